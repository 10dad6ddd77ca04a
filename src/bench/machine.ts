/** /proc and the operating system become a description of the machine and of who else was using it. */
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import type { Machine } from './data.js';
import { describeFailure, run } from './spawn.js';
import type { Toolchain } from './toolchain.js';

/** Processor time since boot, in ticks; null outside Linux. */
export interface ProcessorTime {
  readonly total: number;
  readonly idle: number;
  readonly steal: number;
}

export function processorTime(): ProcessorTime | null {
  const fields = readText('/proc/stat')?.split('\n')[0]?.trim().split(/\s+/).slice(1, 9).map(Number);
  if (fields === undefined || fields.length < 8) return null;
  const [, , , idle = 0, iowait = 0, , , steal = 0] = fields;
  return { total: fields.reduce((sum, one) => sum + one, 0), idle: idle + iowait, steal };
}

/** One-minute load average; 0 on Windows. */
export function load(): number {
  return os.loadavg()[0] ?? 0;
}

export interface Usage {
  readonly before: ProcessorTime | null;
  readonly after: ProcessorTime | null;
  readonly load: readonly [number, number];
}

export async function describeMachine(
  toolchain: Toolchain,
  usage: Usage,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Machine> {
  const cpus = os.cpus();
  const cpuInfo = readText('/proc/cpuinfo');
  const valgrind = await run('valgrind', ['--version'], { cwd: os.tmpdir(), env, signal, limitSeconds: 20 });
  const share = (pick: (time: ProcessorTime) => number): number | null => {
    if (usage.before === null || usage.after === null) return null;
    const total = usage.after.total - usage.before.total;
    return total <= 0 ? null : round((pick(usage.after) - pick(usage.before)) / total);
  };
  return {
    cpu: (cpus[0]?.model ?? '').trim() || os.machine(),
    cores: cpus.length,
    memoryBytes: os.totalmem(),
    os: `${os.type()} ${os.release()} ${os.machine()}`,
    governor: readText('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor')?.trim() ?? null,
    virtualised: cpuInfo === null ? null : /^flags\s*:.*\bhypervisor\b/m.test(cpuInfo),
    load: [round(usage.load[0]), round(usage.load[1])],
    steal: share((time) => time.steal),
    busy: share((time) => time.total - time.idle),
    rustc: toolchain.rustc,
    cargo: toolchain.cargo,
    valgrind: describeFailure(valgrind) === null ? valgrind.stdout.trim() : null,
  };
}

/** Resident bytes of all processes of one group right now; null outside Linux. */
export function peakMemory(group: number): number | null {
  let sum: number | null = null;
  for (const entry of listProc()) {
    const stat = readText(`/proc/${entry}/stat`);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields === undefined || Number(fields[2]) !== group) continue;
    // Field 24 of proc(5), in pages, which Linux keeps at 4 KiB on every platform rustc runs on by default.
    sum = (sum ?? 0) + Number(fields[21]) * 4096;
  }
  return sum;
}

function listProc(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    // No /proc: not Linux.
    return [];
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not Linux, or a process that has ended: the fact is simply not known.
    return null;
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
