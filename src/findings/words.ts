/** Fills the `{params}` of a rule's message and help with what the rule saw in the user's code. */

/** Longer pieces of the user's code make a message unreadable; the code frame shows the rest. */
const LONGEST_PARAM = 100;

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9_-]*)\}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a terminal
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * The template with every `{name}` that `params` knows replaced. Braces that name nothing stay: help texts
 * quote Rust. Values become one line without backticks, so that a template's own backticks keep quoting them.
 */
export function fillWords(template: string, params: Readonly<Record<string, string>>): string {
  return template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(params, name) ? quotable(params[name] ?? '') : whole,
  );
}

/** One line of visible characters: what every message must be, whoever wrote it. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
}

function quotable(value: string): string {
  const plain = oneLine(value).replaceAll('`', "'");
  const letters = [...plain];
  return letters.length > LONGEST_PARAM ? `${letters.slice(0, LONGEST_PARAM - 1).join('')}…` : plain;
}
