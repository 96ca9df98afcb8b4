// The worker that looks into one file and is done.

import type { BookAsked } from './book-messages';
import { readBook } from './book-reader';

self.addEventListener('message', async ({ data }: MessageEvent<BookAsked>) => self.postMessage(await readBook(data)));
