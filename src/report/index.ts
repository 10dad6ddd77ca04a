/** Every output format by name: a finished report goes in, text comes out. */
import type { Format } from '../settings/settings.js';
import { type CargoJsonOptions, renderCargoJson } from './cargo-json.js';
import { type GitlabOptions, renderGitlab } from './gitlab.js';
import { type HtmlOptions, renderHtml } from './html.js';
import { renderJson } from './json.js';
import { type MarkdownOptions, renderMarkdown } from './markdown.js';
import type { Report, ReportContext } from './report.js';
import { renderSarif, type SarifOptions } from './sarif.js';
import { renderText, type TextOptions } from './text.js';

/** What any format can be told; each reads what concerns it. */
export interface RenderOptions
  extends TextOptions,
    CargoJsonOptions,
    Omit<MarkdownOptions, 'limit'>,
    Omit<SarifOptions, 'limits'>,
    GitlabOptions,
    HtmlOptions {}

/** Pure: the same report, context and options give the same text. */
export type Renderer = (report: Report, context: ReportContext, options?: RenderOptions) => string;

export const renderers: Readonly<Record<Format, Renderer>> = {
  text: renderText,
  json: renderJson,
  'cargo-json': renderCargoJson,
  markdown: renderMarkdown,
  sarif: renderSarif,
  gitlab: renderGitlab,
  html: renderHtml,
};
