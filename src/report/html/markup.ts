/** HTML that escapes by construction: whatever is put into a template is text, unless it is markup itself. */
import { escape as escapeHtml } from 'html-escaper';
import { printable, wellFormed } from '../escape.js';

/** Finished HTML. Only `html` makes it. */
export class Markup {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** For texts that this program wrote itself: the style sheet and the script. */
  static trusted(text: string): Markup {
    return new Markup(text);
  }
}

type Part = string | number | Markup | readonly Markup[];

/** `` html`<p>${anything}</p>` ``: strings are escaped for text and quoted attributes alike. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = template.map(
    (fixed, index) => `${fixed}${index < parts.length ? written(parts[index] ?? '') : ''}`,
  );
  return Markup.trusted(text.join(''));
}

export const NOTHING = Markup.trusted('');

function written(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map((each) => each.text).join('');
  return escapeHtml(lines(String(part)));
}

/** Line breaks and tabs stay, every other control character and all bidirectional tricks become visible. */
export function lines(text: string): string {
  return wellFormed(text)
    .split(/(\r\n|[\n\t])/)
    .map((piece, index) => (index % 2 === 1 ? piece : printable(piece)))
    .join('');
}
