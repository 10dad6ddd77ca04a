/**
 * Reads the tables of well-known signatures (std.ts, async.ts, libraries.ts), written in a short form of Rust:
 *
 *     std::sync::Mutex<T> => T          a type; after `=>` what it dereferences to
 *       new(T) -> Self                  an associated function
 *       .stdin: Option<T>               a field
 *       lock(&self) -> Result<std::sync::MutexGuard<T>>
 *       map<U>(self, fn(T) -> U) -> Option<U>
 *       recv(&mut self) async -> Option<T>
 *     std::fs::read(P) -> Result<Vec<u8>>   a free function
 *     alias std::io::Result<T> = Result<T, std::io::Error>
 *
 * `Iter<T>` is any iterator over T, `Future<T>` any future of T, `_` unknown.
 */
import type { Ty } from '../../summaries/ty.js';

export interface Signature {
  /** Type variables that arguments bind. */
  readonly variables: readonly string[];
  readonly self: boolean;
  readonly params: readonly Ty[];
  readonly async: boolean;
  readonly ret: Ty;
}

export interface KnownType {
  readonly path: string;
  readonly params: readonly string[];
  /** What `*x` is; undefined when it does not dereference. */
  readonly deref: Ty | undefined;
  readonly methods: Lazily<Signature>;
  readonly fields: Lazily<Ty>;
}

export interface KnownAlias {
  readonly params: readonly string[];
  readonly target: Ty;
}

/** Lines by name, each of them read when it is asked for: a run asks for a few of the thousands that there are. */
export class Lazily<T extends object | null> {
  readonly #read: (text: string) => T;
  readonly #texts = new Map<string, string>();
  readonly #values = new Map<string, T>();

  constructor(read: (text: string) => T) {
    this.#read = read;
  }

  set(name: string, text: string): void {
    this.#texts.set(name, text);
  }
  has(name: string): boolean {
    return this.#texts.has(name);
  }
  keys(): Iterable<string> {
    return this.#texts.keys();
  }
  /** @throws Error for a line that is none of the short form */
  get(name: string): T | undefined {
    const text = this.#texts.get(name);
    if (text === undefined) return undefined;
    let value = this.#values.get(name);
    if (value === undefined) {
      value = this.#read(text);
      this.#values.set(name, value);
    }
    return value;
  }
}

interface Tables {
  readonly types: ReadonlyMap<string, KnownType>;
  readonly functions: Lazily<Signature>;
  readonly aliases: Lazily<KnownAlias>;
}

/** Read when first asked: a thread that only collects never asks. */
export class KnownTables {
  readonly #texts: readonly string[];
  #tables: Tables | undefined;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  get types(): Tables['types'] {
    return this.#read().types;
  }
  get functions(): Tables['functions'] {
    return this.#read().functions;
  }
  get aliases(): Tables['aliases'] {
    return this.#read().aliases;
  }

  #read(): Tables {
    this.#tables ??= tablesOf(this.#texts);
    return this.#tables;
  }
}

/** @throws Error for a line that is none of the short form */
function tablesOf(texts: readonly string[]): Tables {
  const types = new Map<string, KnownType>();
  const functions = new Lazily((line) => parseSignature(line, []));
  const aliases = new Lazily(parseAlias);
  let type: KnownType | null = null;
  for (const raw of texts.flatMap((text) => text.split('\n'))) {
    const line = raw.replace(/\s*\/\/.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    if (line.startsWith(' ')) {
      if (type === null) throw new Error(`a method before any type: ${line}`);
      const member = line.trim();
      const field = /^\.(\w+): (.+)$/.exec(member);
      if (field !== null) type.fields.set(field[1] ?? '', field[2] ?? '');
      else type.methods.set(nameOf(member), member);
      continue;
    }
    const alias = ALIAS.exec(line);
    if (alias !== null) {
      aliases.set(alias[1] ?? '', line);
      type = null;
    } else if (/^[\w:]+(?:<[^(]*>)?\(/.test(line)) {
      functions.set(nameOf(line), line);
      type = null;
    } else {
      const read = parseHead(line);
      type = types.get(read.path) ?? read;
      types.set(type.path, type);
    }
  }
  return { types, functions, aliases };
}

const ALIAS = /^alias (\S+?)(?:<([^>]*)>)? = (.+)$/;

function parseAlias(line: string): KnownAlias {
  const [, , list, target = ''] = ALIAS.exec(line) ?? [];
  const params = names(list);
  return { params, target: parseType(target, params) };
}

function parseHead(line: string): KnownType {
  const head = /^([\w:]+)(?:<([^=]*?)>)?(?: => (.+))?$/.exec(line);
  if (head === null) throw new Error(`not a signature line: ${line}`);
  const params = names(head[2]);
  return {
    path: head[1] ?? '',
    params,
    deref: head[3] === undefined ? undefined : parseType(head[3], params),
    methods: new Lazily((text) => parseSignature(text, params)),
    fields: new Lazily((text) => parseType(text, params)),
  };
}

function nameOf(signature: string): string {
  return /^[\w:]+/.exec(signature)?.[0] ?? '';
}

function names(list: string | undefined): string[] {
  return list === undefined || list.trim() === '' ? [] : list.split(',').map((n) => n.trim());
}

function parseSignature(text: string, outer: readonly string[]): Signature {
  const open = text.indexOf('(');
  const head = /^([\w:]+)(?:<([^>]*)>)?$/.exec(text.slice(0, open));
  if (head === null) throw new Error(`not a signature: ${text}`);
  const variables = [...outer, ...names(head[2])];
  const parser = new TypeParser(text, open, variables);
  const params = parser.list('(', ')');
  const rest = text.slice(parser.at).trim();
  const tail = /^(async\s*)?(?:->\s*(.+))?$/.exec(rest);
  if (tail === null) throw new Error(`not a signature: ${text}`);
  const first = params[0];
  const self = isSelf(first ?? null);
  return {
    variables,
    self,
    params: self ? params.slice(1) : params,
    async: tail[1] !== undefined,
    ret: tail[2] === undefined ? { tuple: [] } : parseType(tail[2], variables),
  };
}

function isSelf(ty: Ty): boolean {
  if (ty === null) return false;
  if ('ref' in ty) return isSelf(ty.ref);
  return 'p' in ty && ty.p === 'self';
}

/** Type variables become `{ param }`. */
function parseType(text: string, variables: readonly string[]): Ty {
  const parser = new TypeParser(text, 0, variables);
  const ty = parser.type();
  parser.end();
  return ty;
}

const SHORT: Readonly<Record<string, string>> = {
  Result: 'std::result::Result',
  Option: 'std::option::Option',
  Vec: 'std::vec::Vec',
  String: 'std::string::String',
  Box: 'std::boxed::Box',
  Arc: 'std::sync::Arc',
  Rc: 'std::rc::Rc',
  HashMap: 'std::collections::HashMap',
  HashSet: 'std::collections::HashSet',
  BTreeMap: 'std::collections::BTreeMap',
  PathBuf: 'std::path::PathBuf',
  Path: 'std::path::Path',
  Duration: 'std::time::Duration',
  Ordering: 'std::cmp::Ordering',
  Bytes: 'bytes::Bytes',
};

class TypeParser {
  at: number;
  readonly #text: string;
  readonly #variables: readonly string[];

  constructor(text: string, at: number, variables: readonly string[]) {
    this.#text = text;
    this.at = at;
    this.#variables = variables;
  }

  #skip(): void {
    while (this.#text[this.at] === ' ') this.at++;
  }
  #take(token: string): boolean {
    this.#skip();
    if (!this.#text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }
  end(): void {
    this.#skip();
    if (this.at < this.#text.length)
      throw new Error(`cannot read the type ${this.#text} from ${this.#text.slice(this.at)}`);
  }

  list(open: string, close: string): Ty[] {
    const found: Ty[] = [];
    if (!this.#take(open)) return found;
    while (!this.#take(close)) {
      found.push(this.type());
      this.#take(',');
      if (this.at >= this.#text.length) throw new Error(`a list never ends: ${this.#text}`);
    }
    return found;
  }

  type(): Ty {
    if (this.#take('&mut ')) return { ref: this.type(), mut: 1 };
    if (this.#take('&')) return { ref: this.type() };
    if (this.#take('[')) {
      const slice = this.type();
      this.#take(']');
      return { slice };
    }
    this.#skip();
    if (this.#text[this.at] === '(') {
      const elements = this.list('(', ')');
      return { tuple: elements };
    }
    const name = /^[\w:]+/.exec(this.#text.slice(this.at))?.[0] ?? '';
    if (name === '') throw new Error(`cannot read the type ${this.#text} from ${this.#text.slice(this.at)}`);
    this.at += name.length;
    if (name === '_') return null;
    if (name === 'fn') {
      const params = this.list('(', ')');
      const ret = this.#take('->') ? this.type() : ({ tuple: [] } as const);
      return { fn: params, ret };
    }
    if (this.#variables.includes(name)) return { param: name, bounds: [] };
    const args = this.list('<', '>');
    if (name === 'Iter') return { p: 'std::iter::Iterator', b: { Item: args[0] ?? null } };
    if (name === 'Future') return { p: 'std::future::Future', b: { Output: args[0] ?? null } };
    const p = SHORT[name] ?? name;
    return args.length === 0 ? { p } : { p, a: args };
  }
}
