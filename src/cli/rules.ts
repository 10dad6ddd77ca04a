/** `rustperf rules` and `rustperf explain`: the catalogue and its pages, the team's own rules included. */
import { type Catalogue, findRule, openCatalogue, ruleUrl } from '../rules/catalogue.js';
import { rulePage } from '../rules/page.js';
import { loadSettings } from '../settings/load.js';
import type { Told } from '../settings/told.js';
import type { Terminal } from './terminal.js';

/** @throws SettingsError that names the nearest rule */
export async function explain(id: string, told: Told, terminal: Terminal): Promise<void> {
  const spec = findRule(await open(told, terminal), id);
  const url = ruleUrl(spec);
  terminal.out.write(`${rulePage(spec, 1)}${url === '' ? '' : `\n${url}\n`}`);
}

export async function listRules(format: 'text' | 'json', told: Told, terminal: Terminal): Promise<void> {
  const { all } = await open(told, terminal);
  terminal.out.write(format === 'json' ? asJson(all) : asTable(all));
}

function open(told: Told, { cwd }: Terminal): Promise<Catalogue> {
  return loadSettings(told, { cwd }).then(openCatalogue);
}

/** Everything but the examples, which `explain` shows. */
function asJson(all: Catalogue['all']): string {
  const rules = all.map(({ examples, match, ...words }) => ({
    ...words,
    url: ruleUrl({ ...words, examples, match }),
  }));
  return `${JSON.stringify(rules, null, 2)}\n`;
}

function asTable(all: Catalogue['all']): string {
  const rows = all.map(({ id, severity, confidence, default: activation, title }) => [
    id,
    severity,
    confidence,
    activation === 'on' ? '' : activation,
    title,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
