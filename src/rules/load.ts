/** Reads rules/<area>/<id>.yml, ours or a team's, into checked RuleSpecs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Confidence, compareText, type Severity, type Tier } from '../findings/finding.js';
import { type Checked, checkAgainst } from '../settings/schema.js';
import type { Activation, Example, ExampleCode, Match, RuleSpec } from './rule.js';
import { ruleValidator } from './validator.js';

/** A rule file that cannot be used. The message names the file and the key, one problem a line. */
export class RuleFileError extends Error {
  override readonly name = 'RuleFileError';
}

/** A rule file as its schema accepts it. */
interface RuleFile {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier?: Tier;
  readonly default?: Activation;
  readonly seed?: string;
  readonly why: string;
  readonly fix: string;
  readonly limits?: string;
  readonly references?: readonly string[];
  readonly message: string;
  readonly help: string;
  readonly clippy?: readonly string[];
  readonly match?: Match;
  readonly examples: readonly ExampleEntry[];
}

interface ExampleEntry {
  readonly bad?: ExampleCode;
  readonly good?: ExampleCode;
  readonly note?: string;
}

/** The area of rule files that do not lie in a folder below the given one. */
const teamArea = 'team';

/**
 * Every rule file (`.yml`, `.yaml`) below a folder, or the one file that `path` names, sorted by id.
 * The folder that a file lies in is its rule's area.
 * @throws RuleFileError listing the problems of all files
 */
export async function readRules(path: string): Promise<readonly RuleSpec[]> {
  const files = ruleFiles(path);
  const validate = await ruleValidator<RuleFile>();
  const { load, YAMLException } = await import('js-yaml');
  const problems: string[] = [];
  const specs: RuleSpec[] = [];
  for (const file of files) {
    const shown = shownPath(file);
    const data = parse(file);
    if (data === null) continue;
    const faults = data.ok ? faultsOf(data.value, file) : data.violations.map(({ message }) => message);
    problems.push(...faults.map((fault) => `${shown}: ${fault}`));
    if (data.ok) specs.push(toSpec(data.value, areaOf(file, path)));
  }
  specs.sort((a, b) => compareText(a.id, b.id));
  for (const [index, { id }] of specs.entries()) {
    if (specs[index - 1]?.id === id) problems.push(`\`${id}\` is defined twice`);
  }
  if (problems.length > 0) throw new RuleFileError(problems.join('\n'));
  return specs;

  /** With the name of the folder that was asked for, `rules/async/…`. */
  function shownPath(file: string): string {
    return relative(dirname(path), file).split(sep).join('/');
  }

  function parse(file: string): Checked<RuleFile> | null {
    try {
      return checkAgainst(validate, load(readFileSync(file, 'utf8')));
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const line = error.mark === undefined ? '' : `:${error.mark.line + 1}`;
      problems.push(
        `${relative(dirname(path), file).split(sep).join('/')}${line}: not YAML: ${error.reason}`,
      );
      return null;
    }
  }
}

function ruleFiles(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    throw new RuleFileError(`\`${path}\` does not exist: \`rules\` lists folders or files with rules`);
  }
  if (stat.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
}

function areaOf(file: string, path: string): string {
  const folder = dirname(file);
  return folder === path || file === path ? teamArea : basename(folder);
}

/** What the schema cannot say. */
function faultsOf(rule: RuleFile, file: string): string[] {
  const faults: string[] = [];
  if (basename(file).replace(/\.ya?ml$/, '') !== rule.id) {
    faults.push(`\`id\` is \`${rule.id}\`, but the file is named \`${basename(file)}\``);
  }
  for (const [index, example] of rule.examples.entries()) {
    const kinds = (example.bad === undefined ? 0 : 1) + (example.good === undefined ? 0 : 1);
    if (kinds !== 1) faults.push(`\`examples.${index}\` needs either \`bad\` or \`good\``);
  }
  if (!rule.examples.some(({ bad }) => bad !== undefined)) faults.push('`examples` shows no `bad` code');
  return faults;
}

function toSpec(rule: RuleFile, area: string): RuleSpec {
  return {
    id: rule.id,
    area,
    title: rule.title,
    severity: rule.severity,
    confidence: rule.confidence,
    tier: rule.tier ?? tierOf(area),
    default: rule.default ?? 'on',
    seed: rule.seed ?? '',
    why: rule.why.trim(),
    fix: rule.fix.trim(),
    limits: rule.limits?.trim() ?? '',
    references: rule.references ?? [],
    message: rule.message,
    help: rule.help,
    clippy: rule.clippy ?? [],
    match: rule.match ?? null,
    examples: rule.examples.flatMap(toExample),
  };
}

function tierOf(area: string): Tier {
  return area === 'cargo' ? 1 : area === 'runtime' ? 3 : 2;
}

function toExample({ bad, good, note }: ExampleEntry): Example[] {
  const code = bad ?? good;
  if (code === undefined) return [];
  return [{ kind: bad === undefined ? 'good' : 'bad', code, ...(note !== undefined && { note }) }];
}
