/** A report becomes one self-contained page. */
import type { Location } from '../findings/finding.js';
import type { Report, ReportContext } from './report.js';

export interface HtmlOptions {
  readonly linkBase?: (location: Location) => string | undefined;
}

export function renderHtml(_report: Report, _context: ReportContext, _options: HtmlOptions = {}): string {
  return '<!doctype html>';
}
