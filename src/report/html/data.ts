/** Findings become the data that the page's script shows: every repeated text once, code frames included. */
import type { Finding, Location } from '../../findings/finding.js';
import { cut, webUrl } from '../escape.js';
import { clip, dedent, type FrameLine, frameOf, type ReadLines } from '../frame.js';
import { ranked } from '../rank.js';
import { lines as visible } from './markup.js';

/** A line of code: number, index of its text, and the marked UTF-16 offsets where there are any. */
export type PageLine = readonly [number: number, text: number, from?: number, to?: number];

/** A place with its code; short names, because a page may hold 30,000 of them. */
export interface PagePlace {
  /** Index of the path. */
  readonly p: number;
  readonly l: number;
  readonly c: number;
  /** Address of the place at the audited commit. */
  readonly u?: string;
  readonly f?: readonly PageLine[];
}

export interface PageFinding extends PagePlace {
  /** Index of the rule. */
  readonly r: number;
  /** 0 critical, 1 warning, 2 suggestion. */
  readonly s: number;
  /** 0 high, 1 medium, 2 low. */
  readonly q: number;
  /** Message, help and measurements: indexes of texts. */
  readonly m: number;
  readonly h?: number;
  readonly e?: readonly number[];
  /** 1 on a line of this change, 0 not, absent when no change is known. */
  readonly n?: 0 | 1;
  /** 1 `rustperf fix` applies it, 2 only with `--unsafe`. */
  readonly x?: 1 | 2;
  readonly o?: readonly (PagePlace & { readonly m: number })[];
}

export interface PageData {
  readonly rules: readonly string[];
  readonly paths: readonly string[];
  readonly texts: readonly string[];
  /** Worst first. */
  readonly findings: readonly PageFinding[];
}

export interface PageSource {
  readonly lines: ReadLines;
  readonly linkBase: (location: Location) => string | undefined;
}

const LONGEST_LINE = 240;
const LONGEST_TEXT = 2000;
const MOST_RELATED = 12;
const SEVERITY = { critical: 0, warning: 1, suggestion: 2 } as const;
const CONFIDENCE = { high: 0, medium: 1, low: 2 } as const;

export function pageData(findings: readonly Finding[], source: PageSource): PageData {
  const rules = index();
  const paths = index();
  const texts = index();
  const text = (value: string) => texts.of(visible(cut(value, LONGEST_TEXT)));
  const codeLine = (line: FrameLine): PageLine => {
    const { number, text: code, mark } = clip(line, LONGEST_LINE);
    return mark ? [number, texts.of(visible(code)), mark.from, mark.to] : [number, texts.of(visible(code))];
  };
  const place = (location: Location, context: number): PagePlace => {
    const url = webUrl(source.linkBase(location) ?? '');
    const frame = frameOf(source.lines(location.path), location, { context });
    return {
      p: paths.of(visible(location.path)),
      l: location.line,
      c: location.column,
      ...(url !== undefined && { u: url }),
      ...(frame && { f: dedent(frame).lines.map(codeLine) }),
    };
  };
  const shown = ranked(findings).map((finding): PageFinding => {
    const { help, evidence, changed, fix, related } = finding;
    return {
      ...place(finding, 1),
      r: rules.of(finding.rule),
      s: SEVERITY[finding.severity],
      q: CONFIDENCE[finding.confidence],
      m: text(finding.message),
      ...(help !== '' && { h: text(help) }),
      ...(evidence.length > 0 && { e: evidence.map((each) => text(each.message)) }),
      ...(changed !== null && { n: changed ? 1 : 0 }),
      ...(fix && { x: fix.applicability === 'machine-applicable' ? 1 : 2 }),
      ...(related.length > 0 && {
        o: related.slice(0, MOST_RELATED).map((each) => ({ ...place(each, 0), m: text(each.message) })),
      }),
    };
  });
  return { rules: rules.all, paths: paths.all, texts: texts.all, findings: shown };
}

interface Index {
  readonly all: readonly string[];
  readonly of: (text: string) => number;
}

function index(): Index {
  const known = new Map<string, number>();
  const all: string[] = [];
  const of = (text: string) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    known.set(text, all.length);
    return all.push(text) - 1;
  };
  return { all, of };
}

/** JSON for a `<script type="application/json">`: nothing in it can end the element or open a comment. */
export function embedded(data: PageData): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026');
}
