/** What `#[derive(…)]` and `#[serde(…)]` on a type say, also through `cfg_attr`. */
import type { Attr } from '../syntax/ast.js';

/** True when one of the attributes derives `trait` of serde; other crates derive traits of the same name. */
export function derivesSerde(attrs: readonly Attr[], trait: 'Serialize' | 'Deserialize'): boolean {
  return attrs.some((attr) =>
    [...bare(attr).matchAll(/\bderive\s*\(([^()]*)\)/g)].some(([, list = '']) =>
      list.split(',').some((path) => isSerde(path.replace(/\s/g, ''), trait)),
    ),
  );
}

/** The attribute that holds the plain option `name`, such as `untagged` or `flatten`; null when none does. */
export function serdeOption(attrs: readonly Attr[], name: string): Attr | null {
  return attrs.find((attr) => serdeOptions(attr).includes(name)) ?? null;
}

/** Names of the options of `#[serde(…)]` in one attribute. */
function serdeOptions(attr: Attr): string[] {
  const text = bare(attr);
  const start = /(?:^|[\s,(])serde\s*\(/.exec(text);
  if (start === null) return [];
  const found: string[] = [];
  let depth = 1;
  let from = start.index + start[0].length;
  const take = (to: number): void => {
    const option = /^\s*(\w+)/.exec(text.slice(from, to));
    if (option !== null) found.push(option[1] ?? '');
  };
  for (let at = from; at < text.length; at++) {
    const c = text[at];
    if (c === '(') depth++;
    else if (c === ')' && --depth === 0) {
      take(at);
      return found;
    } else if (c === ',' && depth === 1) {
      take(at);
      from = at + 1;
    }
  }
  return found;
}

/** Text without what stands in strings, so that names inside them are no options. */
function bare(attr: Attr): string {
  return attr.text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

function isSerde(path: string, trait: string): boolean {
  const segments = path.split('::');
  const owner = segments[segments.length - 2] ?? '';
  return segments[segments.length - 1] === trait && /^(?:|serde|serde_derive|serde_core)$/.test(owner);
}
