/** Rust text in, our typed tree out: parse, lower, expand macros. The parser's tree never leaves this room. */

import type { SourceFile } from './ast.js';
import { Engine, type EngineBytes } from './engine.js';
import { Grammar, Lowerer } from './lower.js';
import { expandMacros } from './macros.js';
import { adopt } from './tree.js';

export class RustParser {
  readonly #engine: Engine;
  readonly #lowerer: Lowerer;

  private constructor(engine: Engine) {
    this.#engine = engine;
    this.#lowerer = new Lowerer(new Grammar(engine));
  }

  static async start(bytes: EngineBytes): Promise<RustParser> {
    return new RustParser(await Engine.start(bytes));
  }

  /** @throws SyntaxEngineError when the text gives no tree at all; syntax errors are ranges in `unparsed`. */
  parse(text: string): SourceFile {
    const lowerer = this.#lowerer;
    lowerer.reset();
    const tree = this.#engine.parse(text);
    lowerer.begin(tree, text, null);
    lowerer.scan();
    const attrs = lowerer.innerAttrs(lowerer.root);
    const items = lowerer.items(lowerer.root);
    expandMacros(this.#engine, lowerer, text);
    const file: SourceFile = {
      kind: 'file',
      start: 0,
      end: text.length,
      parent: null,
      text,
      attrs,
      items,
      comments: lowerer.takeComments(),
      unparsed: [...lowerer.unparsed],
    };
    return adopt(file, items);
  }
}
