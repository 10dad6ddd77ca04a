/**
 * Turns Rust text into a flat tree: parallel arrays in document order that cost no call into the
 * parser to read. The parser's own tree is freed before this module returns.
 */
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { decodeTree, LanguageTables } from './decode.js';
import type { FlatTree, ParserText } from './flat.js';

/** The two WebAssembly files, as bytes. */
export interface EngineBytes {
  readonly runtime: Uint8Array;
  readonly grammar: Uint8Array;
}

/** A file whose text the parser gave up on. */
class SyntaxEngineError extends Error {
  override readonly name = 'SyntaxEngineError';
}

let runtime: Promise<{ readonly memory: WebAssembly.Memory; readonly language: Language }> | undefined;

/** What is being parsed. */
let input: ParserText = { units: new Uint16Array(0), length: 0 };
/** The parser's buffer takes 10 KiB, and its binding wants the last unit for itself. */
const MAX_UNITS = 5119;
/**
 * How long one text may take, in milliseconds: twenty times what the largest file of real code does on a slow machine.
 * Recovering from syntax errors can take time that grows with the square of the text.
 */
const PATIENCE = 30_000;
/** By the clock of `performance.now`. */
let deadline = 0;

interface Imports extends Record<string, Record<string, unknown>> {
  readonly env: Record<string, unknown>;
}

/**
 * The library hands the parser strings and writes them into its memory letter by letter; here the parser's
 * own question for more text is answered with a copy of the units.
 */
async function startRuntime(bytes: EngineBytes) {
  const memory = new WebAssembly.Memory({ initial: 512, maximum: 32768 });
  const more = (buffer: number, index: number, _row: number, _column: number, length: number): void => {
    const count = Math.max(0, Math.min(MAX_UNITS, input.length - index));
    new Uint16Array(memory.buffer, buffer, count).set(input.units.subarray(index, index + count));
    new DataView(memory.buffer).setInt32(length, count, true);
  };
  const isOverdue = (): number => (performance.now() > deadline ? 1 : 0);
  await new Promise<void>((resolve, reject) => {
    const instantiateWasm = (imports: Imports, receive: (instance: object, module: object) => void): void => {
      const env = {
        ...imports.env,
        tree_sitter_parse_callback: more,
        tree_sitter_progress_callback: isOverdue,
      };
      WebAssembly.instantiate(bytes.runtime, { ...imports, env }).then(
        ({ instance, module }) => receive(instance, module),
        reject,
      );
    };
    Parser.init({ wasmMemory: memory, instantiateWasm }).then(resolve, reject);
  });
  return { memory, language: await Language.load(bytes.grammar) };
}

/** The library wants something to ask for text. */
const answeredElsewhere = (): undefined => undefined;

/** A text as it is. */
export function unitsOf(text: string): ParserText {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return { units, length: text.length };
}

export class Engine {
  /** Node kind names by symbol; anonymous tokens have their text as name. */
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
  readonly #parser: Parser;
  readonly #memory: WebAssembly.Memory;
  readonly #tables: LanguageTables;
  readonly #language: Language;

  private constructor(parser: Parser, language: Language, memory: WebAssembly.Memory) {
    this.#parser = parser;
    this.#memory = memory;
    this.#tables = new LanguageTables(language, memory);
    this.#language = language;
    this.kinds = language.types;
    this.fields = language.fields.map((name) => name ?? '');
  }

  /** The parser's runtime exists once in a process; all engines share it and its memory. */
  static async start(bytes: EngineBytes): Promise<Engine> {
    runtime ??= startRuntime(bytes);
    const { memory, language } = await runtime;
    const parser = new Parser();
    parser.setLanguage(language);
    return new Engine(parser, language, memory);
  }

  /** False for tokens such as `(` and keywords. */
  isNamed(kind: number): boolean {
    return this.#language.nodeTypeIsNamed(kind);
  }

  /**
   * @param patience Milliseconds after which it is given up.
   * @throws SyntaxEngineError when the parser gives no tree, or not in time.
   */
  parse(text: ParserText, patience = PATIENCE): FlatTree {
    return this.walkTree(text, (tree) => decodeTree(tree.rootNode.id, this.#tables, this.#memory), patience);
  }

  /** Gives out the parser's own tree, which is gone afterwards. */
  walkTree<T>(text: ParserText, visit: (tree: Tree) => T, patience = PATIENCE): T {
    input = text;
    deadline = performance.now() + patience;
    const tree = this.#parser.parse(answeredElsewhere);
    if (tree === null) {
      // Else the next text would be taken for more of this one.
      this.#parser.reset();
      throw new SyntaxEngineError(`the parser took more than ${patience / 1000} s for it`);
    }
    try {
      return visit(tree);
    } finally {
      tree.delete();
    }
  }
}
