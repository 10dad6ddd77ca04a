/** Words and code as GitHub's and GitLab's Markdown, so that nothing in them can act: no HTML, mentions, links. */
import { oneLine, printable } from './escape.js';
import { type Block, blocks, type Piece, pieces } from './prose.js';

/** Keeps two characters apart for the renderer, invisibly for the reader. */
const ZERO_WIDTH = '\u200b';

/**
 * Plain words on one line: every character stands for itself. Entities, not backslashes: a character that is
 * not there cannot be misread by any renderer.
 */
export function words(text: string): string {
  return oneLine(text)
    .replace(/[@:/#!%~$](?=.)/g, separate)
    .replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}${ZERO_WIDTH}.`)
    .replace(/[&<>\\`*_[\]|~$]|^[-+=#]|(?<=^\d{1,9})[.)](?=\s|$)/g, entity);
}

function entity(character: string): string {
  return NAMED[character] ?? `&#${character.charCodeAt(0)};`;
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Mentions (`@team`), bare links (`https://`), emoji (`:name:`), commands (`::`), references (`#1`, GitLab's `!1`). */
function separate(character: string, index: number, text: string): string {
  const next = text.charAt(index + 1);
  return STARTS[character]?.test(next) ? `${character}${ZERO_WIDTH}` : character;
}

/** What follows a character where renderers make something of the two. */
const STARTS: Readonly<Record<string, RegExp>> = {
  '@': /\w/,
  ':': /[^ ]/,
  '/': /\//,
  '#': /\d/,
  '!': /\d/,
  '%': /[\d"]/,
  '~': /[\w"]/,
  $: /\d/,
};

/**
 * A code span that holds exactly this text, on one line. Text with backticks of its own is written as an
 * element: renderers disagree about spans with long fences inside link labels.
 */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  return line.includes('`') ? `<code>${words(line)}</code>` : `\`${line}\``;
}

/** A message in our own voice: names in backticks become code spans, the rest is plain words. */
export function sentence(text: string): string {
  return joined(pieces(oneLine(text)));
}

/** A fenced block that this text cannot close. */
export function codeBlock(text: string, language = ''): string {
  const lines = text.split(/\r\n|\n|\r/).map(printableCode);
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return [`${fence}${language.replace(/[^\w-]/g, '')}`, ...lines, fence].join('\n');
}

function printableCode(line: string): string {
  const text = line.split('\t').map(printable).join('    ');
  // Where the Markdown is printed to a log, CI runners read a line that starts with `::` as a command.
  return text.replace(/^(\s*:)(?=:)/u, `$1${ZERO_WIDTH}`);
}

/** The Markdown that rules are worded in, rebuilt from its blocks: what is not known there becomes plain words. */
export function prose(markdown: string): string {
  return blocks(markdown).map(block).join('\n\n');
}

/** The same after a bold label, on its line where it begins with words. */
export function labelledProse(label: string, markdown: string): string {
  const isSameLine = blocks(markdown)[0]?.kind === 'paragraph';
  return `**${label}:**${isSameLine ? ' ' : '\n\n'}${prose(markdown)}`;
}

function block(of: Block): string {
  if (of.kind === 'code') return codeBlock(of.text, of.language);
  if (of.kind === 'list') return of.items.map((item) => `- ${joined(item)}`).join('\n');
  return joined(of.pieces);
}

function joined(parts: readonly Piece[]): string {
  return parts.map((part) => (part.kind === 'code' ? code(part.text) : kept(part.text))).join('');
}

/** Unlike `words`, keeps the blanks at both ends: they separate the pieces. */
function kept(text: string): string {
  const start = /^\s/.test(text) ? ' ' : '';
  const end = /\s$/.test(text) && text.trim() !== '' ? ' ' : '';
  return `${start}${words(text)}${end}`;
}
