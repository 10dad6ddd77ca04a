/** A format's name becomes its text. */
import type { BenchData } from '../data.js';
import type { BenchResult } from '../judge.js';
import type { BenchFormat } from '../request.js';
import { renderJson } from './json.js';
import { renderMarkdown } from './markdown.js';
import { renderSvg } from './svg.js';
import { renderText } from './text.js';

const RENDERERS: Readonly<Record<BenchFormat, (data: BenchData, result: BenchResult) => string>> = {
  text: renderText,
  markdown: renderMarkdown,
  json: renderJson,
  svg: renderSvg,
};

export function render(format: BenchFormat, data: BenchData, result: BenchResult): string {
  return RENDERERS[format](data, result);
}
