/** The entry: a request becomes a measurement or a replay, a judgement, and the reports that were asked for. */
import { constants, existsSync } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BenchData } from './data.js';
import { BenchError } from './error.js';
import { judge } from './judge.js';
import { record } from './record.js';
import { render } from './render/render.js';
import { readRecording } from './replay.js';
import type { BenchIo, BenchOutcome, BenchRequest } from './request.js';
import { reasonToRefuse } from './trust.js';

/**
 * Runs the project's code, unless a recording is replayed. Throws BenchError when it cannot start or
 * the project does not build; a benchmark that fails is part of the outcome.
 */
export async function bench(request: BenchRequest, io: BenchIo): Promise<BenchOutcome> {
  await prepareOutputs(request);
  if (request.replay !== null) return report(await readRecording(request.replay), request, io);
  const refusal = request.trust ? null : reasonToRefuse(io.env);
  if (refusal !== null) {
    io.stderr.write(`error: bench refused: ${refusal}\n`);
    return { status: 'refused', reason: refusal, data: null, result: null, exitCode: 2 };
  }
  return report(await record(request, io), request, io);
}

/** Many minutes of measuring are not to be lost to a mistyped path. */
async function prepareOutputs({ outputs }: BenchRequest): Promise<void> {
  for (const { file } of outputs) {
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await access(existsSync(file) ? file : path.dirname(file), constants.W_OK);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BenchError(`\`${file}\` cannot be written: ${reason}`, { cause: error });
    }
  }
}

async function report(data: BenchData, request: BenchRequest, io: BenchIo): Promise<BenchOutcome> {
  const result = judge(data);
  for (const { format, file } of request.outputs) await writeFile(file, render(format, data, result));
  io.stdout.write(render(request.format, data, result));
  if (io.signal.aborted)
    return { status: 'interrupted', reason: 'was interrupted', data, result, exitCode: 2 };
  if (data.benchmarks.length > 0) return { status: 'measured', reason: null, data, result, exitCode: 0 };
  const reason =
    data.failures.length > 0 ? 'no benchmark could be run' : '`cargo bench` finds no benchmark here';
  return { status: 'nothing', reason, data, result, exitCode: data.failures.length > 0 ? 2 : 0 };
}
