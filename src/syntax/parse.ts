/** Rust text in, our typed tree out: parse, lower, expand macros. The parser's tree never leaves this room. */

import type { Comment, SourceFile } from './ast.js';
import { Condenser } from './condense.js';
import { Engine, type EngineBytes, unitsOf } from './engine.js';
import { Grammar, Lowerer } from './lower.js';
import { expandMacros } from './macros.js';
import { adopt } from './tree.js';

/** A first line for the shell: `#!/usr/bin/env …`. An inner attribute is none. */
const SHEBANG = /^#!(?!\s*\[).*/;

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

  /**
   * Test modules are left empty unless `tests` asks for them.
   * @throws SyntaxEngineError when the text gives no tree at all; syntax errors are ranges in `unparsed`
   */
  parse(text: string, { tests }: { readonly tests: boolean } = { tests: true }): SourceFile {
    const lowerer = this.#lowerer;
    lowerer.reset();
    const comments = this.#begin(text, tests) ?? this.#beginPlain(text);
    const attrs = lowerer.innerAttrs(lowerer.root);
    const items = lowerer.items(lowerer.root);
    expandMacros(this.#engine, lowerer, text, tests);
    const file: SourceFile = {
      kind: 'file',
      start: 0,
      end: text.length,
      parent: null,
      text,
      attrs,
      items,
      comments,
      unparsed: [...lowerer.unparsed],
    };
    return adopt(file, items);
  }

  /** The comments, or null when what is left of the text does not parse without errors. */
  #begin(text: string, tests: boolean): Comment[] | null {
    const comments: Comment[] = [];
    const condenser = new Condenser(text, { tests, comments });
    condenser.condense(SHEBANG.exec(text)?.[0].length ?? 0, text.length, 'items');
    const condensed = condenser.done();
    this.#lowerer.begin(this.#engine.parse(condensed), text, condensed);
    return this.#lowerer.hasError(this.#lowerer.root) ? null : comments;
  }

  /** The text as it is: errors stay where they are, and do not spread. */
  #beginPlain(text: string): Comment[] {
    this.#lowerer.begin(this.#engine.parse(unitsOf(text)), text, null);
    this.#lowerer.scan();
    return this.#lowerer.takeComments();
  }
}
