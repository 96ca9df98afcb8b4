/** What a module exports, instantiated for its caller alone; `undefined` where WebAssembly is missing or may not be compiled. */
export function instantiate(code: Uint8Array<ArrayBuffer>): WebAssembly.Exports | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(code)).exports;
  } catch {
    return undefined;
  }
}
