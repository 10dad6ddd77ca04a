/** The one WebAssembly type we touch; TypeScript ships it only with the browser's types. */
declare namespace WebAssembly {
  class Memory {
    constructor(limits: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
}
