/**
 * A shard's summaries as a file, and many of them as one collection again. Lines of JSON: a head that says what was
 * collected and how, a line for each source file, and an end, so that a cut file is told from a whole one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SourceFile } from '../project/project.js';
import { SettingsError } from '../settings/settings.js';
import { digestOf } from '../store/sealed.js';
import type { FileResult } from './read.js';
import type { Collect, CollectorOptions } from './summarise.js';
import { SUMMARY_VERSION } from './summary.js';

export interface ShardHead {
  readonly rustperf: 'summaries';
  /** Versions of the tool and of its summaries. */
  readonly made: string;
  /** Whom they were collected for: ids of rules with code, ids and patterns of those without. */
  readonly rules: readonly string[];
  readonly tests: boolean;
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

export interface Shard extends ShardHead {
  readonly results: readonly FileResult[];
}

/** Every N-th of the sorted sources: neighbours are alike in size and kind, so the parts are alike as well. */
export function partOf(
  sources: readonly SourceFile[],
  { index, count }: { readonly index: number; readonly count: number },
): readonly SourceFile[] {
  return sources.filter((_, position) => position % count === index - 1);
}

export function madeBy(toolVersion: string): string {
  return `${toolVersion}|${SUMMARY_VERSION}`;
}

export function rulesOf({
  rules,
  declared,
}: Pick<CollectorOptions, 'rules' | 'declared'>): readonly string[] {
  const patterns = new Map(declared.map((one) => [one.id, JSON.stringify(one.match)]));
  return rules.map((id) => `${id}${patterns.get(id) ?? ''}`);
}

export function writeShard({ results, ...head }: Shard): string {
  const lines = [head, ...results, { end: results.length }];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** How the file of a part is best named: a directory given to `readShards` stands for all such files below it. */
export const SHARD_ENDING = '.summaries';

/**
 * @param paths files, or directories of files, from `cwd`
 * @throws SettingsError for what cannot be read, or is not whole
 */
export function readShards(paths: readonly string[], cwd: string): readonly Shard[] {
  return paths.flatMap((shown) => {
    try {
      return filesAt(resolve(cwd, shown), shown).map(({ file, name }) =>
        readShard(readFileSync(file, 'utf8'), name),
      );
    } catch (error) {
      if (error instanceof SettingsError || !(error instanceof Error)) throw error;
      throw new SettingsError(`\`${shown}\` cannot be read: ${error.message}`, { cause: error });
    }
  });
}

function filesAt(path: string, shown: string): { readonly file: string; readonly name: string }[] {
  if (!statSync(path).isDirectory()) return [{ file: path, name: shown }];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(SHARD_ENDING))
    .sort()
    .map((name) => ({ file: join(path, name), name: `${shown}/${name}` }));
}

/** @throws SettingsError when it is no shard, or not all of one */
function readShard(text: string, shown: string): Shard {
  const fail = (words: string) => new SettingsError(`\`${shown}\` ${words}`);
  const lines = text.split('\n').filter((line) => line !== '');
  const [head, ...rest] = lines.map((line): unknown => {
    try {
      return JSON.parse(line);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return undefined;
    }
  });
  if (!isHead(head)) throw fail('holds no summaries: give the files that `rustperf check --shard I/N` wrote');
  const results = rest.slice(0, -1);
  const end = rest.at(-1);
  if (typeof end !== 'object' || end === null || !('end' in end) || end.end !== results.length)
    throw fail('is not whole: was its job ended early, or its upload?');
  if (!results.every(isResult)) throw fail('is damaged: collect this shard again');
  return { ...head, results };
}

/**
 * Gives the summaries of the shards to a run over the same sources.
 * @throws SettingsError when the shards are not parts of one collection, or one is missing
 */
export function collectFrom(shards: readonly Shard[], toolVersion: string): Collect {
  const [first] = shards;
  if (first === undefined) throw new SettingsError('no summaries were given');
  const { count } = first;
  for (const shard of shards) {
    if (shard.count !== count)
      throw new SettingsError(
        `one file is part of ${count}, another part of ${shard.count}: collect them with one N`,
      );
  }
  const indices = shards.map(({ index }) => index);
  const missing = Array.from({ length: count }, (_, part) => part + 1).filter(
    (part) => !indices.includes(part),
  );
  if (missing.length > 0)
    throw new SettingsError(`parts are missing: ${missing.map((part) => `${part}/${count}`).join(', ')}`);
  const twice = indices.find((part, position) => indices.indexOf(part) !== position);
  if (twice !== undefined) throw new SettingsError(`part ${twice}/${count} was given twice`);

  const results = new Map(
    shards.flatMap((shard) => shard.results.map((result) => [result.path, result] as const)),
  );
  return async (sources, options) => {
    for (const { made, rules, tests } of shards) {
      const isComplete = rulesOf(options).every((rule) => rules.includes(rule));
      if (made !== madeBy(toolVersion) || !isComplete)
        throw new SettingsError(
          'the summaries were made by another version of rustperf, or with other rules',
        );
      if (tests !== options.tests)
        throw new SettingsError('`--all-targets` must be the same where summaries are collected and merged');
    }
    if (results.size !== sources.length)
      throw new SettingsError(
        `the summaries speak of ${results.size} files, here are ${sources.length}: merge in the checkout that they were collected from`,
      );
    return sources.map((source) => fitting(source, results.get(source.path)));
  };
}

function fitting(source: SourceFile, result: FileResult | undefined): FileResult {
  // What could not be read there is said as it was there.
  if (result !== undefined && (result.hash === '' || result.hash === hashOf(source.file))) return result;
  throw new SettingsError(
    `\`${source.path}\` ${result === undefined ? 'has no summary' : 'is not the file that was summarised'}: merge in the checkout that the summaries were collected from`,
  );
}

function hashOf(file: string): string {
  try {
    return digestOf(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return '';
  }
}

function isHead(value: unknown): value is ShardHead {
  return (
    typeof value === 'object' &&
    value !== null &&
    'rustperf' in value &&
    value.rustperf === 'summaries' &&
    'made' in value &&
    typeof value.made === 'string' &&
    'rules' in value &&
    Array.isArray(value.rules) &&
    'tests' in value &&
    typeof value.tests === 'boolean' &&
    'index' in value &&
    Number.isInteger(value.index) &&
    'count' in value &&
    Number.isInteger(value.count)
  );
}

/** The summary itself is trusted: `made` says that this same version wrote it. */
function isResult(value: unknown): value is FileResult {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'hash' in value &&
    typeof value.hash === 'string' &&
    'summary' in value &&
    'problem' in value &&
    'crashes' in value &&
    Array.isArray(value.crashes)
  );
}
