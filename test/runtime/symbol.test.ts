import { describe, expect, it } from 'vitest';
import { pathsOf } from '../../src/runtime/symbol.js';

describe('symbols become paths', () => {
  it.each<[string, string[]]>([
    ['kettle::brew::menu', ['kettle::brew::menu']],
    ['kettle::brew::menu::h0123456789abcdef', ['kettle::brew::menu']],
    ['kettle[8f3a2b1c0d9e7f65]::brew::menu', ['kettle::brew::menu']],
    ['kettle::brew::menu::{{closure}}', ['kettle::brew::menu']],
    ['kettle::brew::menu::{closure#0}::{closure#1}', ['kettle::brew::menu']],
    ['kettle::brew::menu::<alloc::string::String>', ['kettle::brew::menu']],
    ['kettle::brew::menu<fn() -> u8>', ['kettle::brew::menu']],
    ['<kettle::Pot>::boil', ['kettle::Pot::boil']],
    ['<kettle::Pot<T> as kettle::Heat>::boil', ['kettle::Pot::boil', 'kettle::Heat::boil']],
    ['<&mut kettle::Pot as core::fmt::Display>::fmt', ['kettle::Pot::fmt', 'core::fmt::Display::fmt']],
    [
      '<<kettle::Pot as kettle::Heat>::Out as kettle::Cool>::wait',
      ['kettle::Pot::Out::wait', 'kettle::Heat::Out::wait', 'kettle::Cool::wait'],
    ],
    ['kettle::brew::<impl kettle::Pot>::boil', ['kettle::Pot::boil']],
    ['kettle::brew::<impl kettle::Heat for kettle::Pot>::boil', ['kettle::Pot::boil', 'kettle::Heat::boil']],
    ['{async fn body of brew::pour()}', ['brew::pour']],
    ['{async fn body of brew::pour<tea::Green>()}', ['brew::pour']],
    ['kettle::brew::menu.llvm.1234567890', ['kettle::brew::menu']],
    ['core::ops::function::FnOnce::call_once{{vtable.shim}}', ['core::ops::function::FnOnce::call_once']],
    ['grow_amortized<alloc::alloc::Global>', ['grow_amortized']],
    ['{async block@src/main.rs:3:5: 3:15}', []],
    ['[unknown]', []],
    ['<broken', []],
    ['', []],
  ])('%s', (symbol, paths) => expect(pathsOf(symbol)).toEqual(paths));
});
