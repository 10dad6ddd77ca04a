/**
 * One Rust file's text becomes places where a problem can be seeded: which function, async or not, in a loop
 * or not, production code or not. Deliberately apart from the analyser's own parser: what it misreads must
 * not decide what is seeded.
 */

/**
 * @typedef {object} Fn
 * @property {string} name
 * @property {boolean} isAsync
 * @property {number} start offset of `fn`
 * @property {number} open offset of the body's `{`
 * @property {number} close offset of the body's `}`
 * @property {string} head signature and what stands before it on its lines
 */

/**
 * @typedef {object} Context
 * @property {Fn} fn the nearest function
 * @property {boolean} isAsync the nearest callable is an async function or block
 * @property {boolean} isLoop some block around it, inside the function, is a loop's body
 * @property {boolean} isStatement the nearest block is one that holds statements
 */

export class RustText {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.code = masked(text);
    this.partner = brackets(this.code);
    /** @type {Fn[]} */
    this.fns = functions(this.code, this.partner);
    this.skipped = skippedRanges(this.code, this.partner);
  }

  /** @param {number} at @returns {Context | undefined} undefined outside production functions */
  context(at) {
    if (this.skipped.some(([start, end]) => at >= start && at < end)) return undefined;
    let fn;
    for (const candidate of this.fns) {
      if (candidate.open < at && at <= candidate.close && (!fn || candidate.open > fn.open)) fn = candidate;
    }
    if (!fn) return undefined;
    const openers = this.openersBetween(fn.open, at);
    let isAsync;
    let isLoop = false;
    for (const [index, opener] of openers.entries()) {
      const before = this.code.slice(Math.max(0, opener - 400), opener).trimEnd();
      const inside = this.code.slice(opener + 1, openers[index - 1] ?? at);
      if (/\w!$/u.test(before) && !/\bselect!$/u.test(before)) return undefined;
      if (/\basync(?:\s+move)?$/u.test(before)) isAsync ??= true;
      else if (/\|[^|{};]*\|(?:\s*->\s*[^{;]+)?$/u.test(before) && this.code[opener] === '{')
        isAsync ??= false;
      else if (this.code[opener] === '(' && /(?:^|[(,=]|\bmove)\s*\|[^;{}]*\|/u.test(inside))
        isAsync ??= false;
      if (this.code[opener] === '{' && isLoopHead(this.code, opener)) isLoop = true;
    }
    const nearest = openers[0] ?? fn.open;
    return { fn, isAsync: isAsync ?? fn.isAsync, isLoop, isStatement: this.holdsStatements(nearest, fn) };
  }

  /** Offsets of the brackets that are open at `at`, innermost first, without the function's own. */
  openersBetween(from, at) {
    const open = [];
    for (let i = at - 1; i > from; i--) {
      const c = this.code[i];
      if (c === '}' || c === ')' || c === ']') i = this.partner.get(i) ?? i;
      else if (c === '{' || c === '(' || c === '[') open.push(i);
    }
    return open;
  }

  holdsStatements(opener, fn) {
    if (this.code[opener] !== '{') return false;
    if (opener === fn.open) return true;
    const head = headOf(this.code, opener);
    return (
      /^(?:'\w+:\s*)?(?:for|while|loop|if|else|\}?\s*else|unsafe)\b/u.test(head) ||
      /\basync(?:\s+move)?$/u.test(head)
    );
  }

  /** Bodies of loops in production code. @returns {{open: number, close: number, head: number}[]} */
  loops() {
    const found = [];
    for (const [open, close] of this.partner) {
      if (this.code[open] !== '{' || close < open || !isLoopHead(this.code, open)) continue;
      found.push({ open, close, head: headStart(this.code, open) });
    }
    return found.sort((a, b) => a.open - b.open);
  }

  /** Offset of the statement that starts the line of `at`, if one does. */
  statementStart(at) {
    const line = this.code.lastIndexOf('\n', at - 1) + 1;
    const first = line + (this.code.slice(line).match(/^[ \t]*/u)?.[0].length ?? 0);
    const before = this.code.slice(0, line).trimEnd();
    return /[;{}]$/u.test(before) && !/^[.)\]}?&|=]/u.test(this.code.slice(first)) ? first : undefined;
  }
}

/** Comments, strings and characters become blanks of the same length; newlines stay. */
function masked(text) {
  const out = text.split('');
  const blank = (from, to) => {
    for (let i = from; i < to && i < out.length; i++) if (out[i] !== '\n') out[i] = ' ';
  };
  const skip =
    /\/\/[^\n]*|\/\*|(?:\b(?:br|cr|r)(#*)|\b[bc])?"|'(?:\\(?:x[0-9a-fA-F]{2}|u\{[^}]*\}|.)|[^'\\\n])'/gu;
  for (let match = skip.exec(text); match; match = skip.exec(text)) {
    const at = match.index;
    let end = skip.lastIndex;
    if (match[0] === '/*') {
      let depth = 1;
      while (end < text.length && depth > 0) {
        if (text.startsWith('/*', end)) depth++;
        else if (text.startsWith('*/', end)) depth--;
        else {
          end++;
          continue;
        }
        end += 2;
      }
    } else if (match[0].endsWith('"') && !match[0].startsWith('//')) {
      const isRaw = /r/u.test(match[0]);
      if (isRaw) {
        const close = text.indexOf(`"${match[1] ?? ''}`, end);
        end = close === -1 ? text.length : close + 1 + (match[1] ?? '').length;
      } else {
        while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
        end++;
      }
    }
    blank(at, end);
    skip.lastIndex = end;
  }
  return out.join('');
}

/** Offset of each bracket to that of its partner, both ways. */
function brackets(code) {
  const partner = new Map();
  const open = [];
  for (let i = 0; i < code.length; i++) {
    const c = code[i];
    if (c === '{' || c === '(' || c === '[') open.push(i);
    else if (c === '}' || c === ')' || c === ']') {
      const start = open.pop();
      if (start === undefined) continue;
      partner.set(start, i);
      partner.set(i, start);
    }
  }
  return partner;
}

function functions(code, partner) {
  const found = [];
  for (const match of code.matchAll(/\bfn\s+([A-Za-z_]\w*)/gu)) {
    const params = code.indexOf('(', match.index + match[0].length);
    if (params === -1) continue;
    let at = (partner.get(params) ?? code.length) + 1;
    while (at < code.length && code[at] !== '{' && code[at] !== ';') {
      at = code[at] === '(' || code[at] === '[' ? (partner.get(at) ?? at) + 1 : at + 1;
    }
    if (code[at] !== '{') continue;
    const head = code.slice(Math.max(0, match.index - 300), match.index);
    const qualifiers = /(?:[\w()]+\s+)*$/u.exec(head)?.[0] ?? '';
    const close = partner.get(at) ?? code.length;
    found.push({
      name: match[1],
      isAsync: /\basync\b/u.test(qualifiers),
      start: match.index,
      open: at,
      close,
      head: code.slice(match.index, at),
    });
  }
  return found;
}

/** Tests, macro definitions, conditional items, and implementations that are not on any hot path. */
function skippedRanges(code, partner) {
  const ranges = [];
  const items =
    /#\[(?:cfg\s*\(|cfg_attr|(?:\w+::)*test\b|bench\b|cold\b)|\bmacro_rules!|\bimpl\b[^{;]*\b(?:Display|Debug|Error|Drop)\b[^{;]*for\b/gu;
  for (const match of code.matchAll(items)) {
    const from = code[match.index] === '#' ? (partner.get(match.index + 1) ?? match.index) : match.index;
    let at = from + 1;
    while (at < code.length && code[at] !== '{' && code[at] !== ';') {
      at = code[at] === '(' || code[at] === '[' ? (partner.get(at) ?? at) + 1 : at + 1;
    }
    ranges.push([match.index, code[at] === '{' ? (partner.get(at) ?? code.length) : at]);
  }
  return ranges;
}

function headStart(code, opener) {
  let at = opener - 1;
  while (at >= 0 && !/[;{}]/u.test(code[at])) at--;
  return at + 1 + (code.slice(at + 1, opener).match(/^\s*/u)?.[0].length ?? 0);
}

function headOf(code, opener) {
  return code.slice(headStart(code, opener), opener).trim();
}

function isLoopHead(code, opener) {
  // A `for` without its `in` is still in the middle of a destructuring pattern.
  return /^(?:'\w+\s*:\s*)?(?:for\b[\s\S]*\bin\b|while\b|loop$)/u.test(headOf(code, opener));
}
