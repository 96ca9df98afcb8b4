// The names of files opened in this tab. Browsers forget opened files when the page is loaded again, so all one can do then
// is to say which ones they were.

const key = 'ledgerline.opened-files';

export function rememberFiles(names: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(names));
  } catch {
    // Storage is refused: then nothing is said after a reload.
  }
}

export function rememberedFiles(): readonly string[] {
  try {
    const names: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
