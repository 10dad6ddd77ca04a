/** The little Markdown that rules and messages are worded in, as HTML. */
import { type Block, blocks, type Piece, pieces } from '../prose.js';
import { html, type Markup } from './markup.js';

/** One line: names in backticks become `<code>`. */
export function sentenceMarkup(text: string): Markup {
  return html`${inline(pieces(text))}`;
}

export function proseMarkup(markdown: string): Markup {
  return html`${blocks(markdown).map(block)}`;
}

function block(of: Block): Markup {
  if (of.kind === 'code') return html`<pre><code>${of.text}</code></pre>`;
  if (of.kind === 'list') return html`<ul>${of.items.map((item) => html`<li>${inline(item)}</li>`)}</ul>`;
  return html`<p>${inline(of.pieces)}</p>`;
}

function inline(parts: readonly Piece[]): readonly Markup[] {
  return parts.map((part) => (part.kind === 'code' ? html`<code>${part.text}</code>` : html`${part.text}`));
}
