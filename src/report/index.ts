/** Every output format by name: a finished report goes in, text comes out. Each is loaded when somebody wants it. */
import type { Format } from '../settings/settings.js';
import type { CargoJsonOptions } from './cargo-json.js';
import type { GitlabOptions } from './gitlab.js';
import type { HtmlOptions } from './html.js';
import type { MarkdownOptions } from './markdown.js';
import type { Report, ReportContext } from './report.js';
import type { SarifOptions } from './sarif.js';
import type { TextOptions } from './text.js';

/** What any format can be told; each reads what concerns it. */
export interface RenderOptions
  extends TextOptions,
    CargoJsonOptions,
    Omit<MarkdownOptions, 'limit'>,
    Omit<SarifOptions, 'limits'>,
    GitlabOptions,
    HtmlOptions {}

/** What the log of a CI job shows: with more it is not read, and slow to open. */
export const MOST_IN_LOG = 500;

/** Pure: the same report, context and options give the same text. */
export type Renderer = (report: Report, context: ReportContext, options?: RenderOptions) => string;

export const renderers: Readonly<Record<Format, () => Promise<Renderer>>> = {
  text: async () => (await import('./text.js')).renderText,
  json: async () => (await import('./json.js')).renderJson,
  'cargo-json': async () => (await import('./cargo-json.js')).renderCargoJson,
  markdown: async () => (await import('./markdown.js')).renderMarkdown,
  sarif: async () => (await import('./sarif.js')).renderSarif,
  gitlab: async () => (await import('./gitlab.js')).renderGitlab,
  html: async () => (await import('./html.js')).renderHtml,
};
