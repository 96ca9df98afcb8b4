// The folder of real audit logs and documents that may lie beside the project. Tests that need it are skipped where it is absent.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/', import.meta.url);

export const hasSharedFolder = existsSync(folder);

/** The path of something in it, such as `data/dev-facts.json`. */
export function inSharedFolder(path: string): string {
  return fileURLToPath(new URL(encodeURI(path), folder));
}
