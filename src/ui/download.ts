/** Hands a Blob to the browser's downloads. */
export function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken hold of the Blob by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
