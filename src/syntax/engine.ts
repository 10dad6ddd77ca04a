/**
 * Turns Rust text into a flat tree: parallel arrays in document order that cost no call into the
 * parser to read. The parser's own tree is freed before this module returns.
 */
import { Language, type Node, Parser, type Tree } from 'web-tree-sitter';
import { decodeTree, LanguageTables } from './decode.js';
import type { FlatTree } from './flat.js';

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

async function startRuntime(bytes: EngineBytes) {
  const memory = new WebAssembly.Memory({ initial: 512, maximum: 32768 });
  await Parser.init({ wasmBinary: bytes.runtime, wasmMemory: memory });
  return { memory, language: await Language.load(bytes.grammar) };
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

  /** @throws SyntaxEngineError when the parser gives no tree. */
  parse(text: string): FlatTree {
    const tree = this.#parser.parse(text);
    if (tree === null) throw new SyntaxEngineError('the parser returned no tree');
    try {
      return decodeTree(text, rootOf(tree).id, this.#tables, this.#memory);
    } finally {
      tree.delete();
    }
  }

  /** Only for the test that holds the decoder against the parser's own cursor. */
  walkTree<T>(text: string, visit: (tree: Tree) => T): T {
    const tree = this.#parser.parse(text);
    if (tree === null) throw new SyntaxEngineError('the parser returned no tree');
    try {
      return visit(tree);
    } finally {
      tree.delete();
    }
  }
}

function rootOf(tree: Tree): Node {
  return tree.rootNode;
}
