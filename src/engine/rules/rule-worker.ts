// Reads and compiles rules apart from the page. It is started for some files and ended with them.

import { contentWithFiles } from '~/domain/detections/rule-book-content';
import type { RulesAsked, RulesTold } from './rules-apart';

const tell = (told: RulesTold) => self.postMessage(told);

self.addEventListener('message', async ({ data: { own, files } }: MessageEvent<RulesAsked>) => {
  tell({ content: await contentWithFiles(own, files, (toRead) => tell({ toRead })) });
});
