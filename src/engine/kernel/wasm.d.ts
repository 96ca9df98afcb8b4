declare module '*.as.ts?wasm' {
  /** A WebAssembly module, see `assembly-script`. */
  export const code: Uint8Array<ArrayBuffer>;
}
