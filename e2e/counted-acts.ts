// What a job takes, act by act: whatever a test does through here is counted.

import type { Locator, Page } from '@playwright/test';

export interface CountedActs {
  readonly clicks: number;
  /** Keys pressed, a combination as one; letters of a text that is typed are not counted. */
  readonly keys: number;
  click(target: Locator): Promise<void>;
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  /** From the clipboard; the page needs the permissions for it. */
  paste(text: string): Promise<void>;
}

export function countedActs(page: Page): CountedActs {
  let clicks = 0;
  let keys = 0;
  const press = async (combination: string) => {
    keys++;
    await page.keyboard.press(combination);
  };
  return {
    get clicks() {
      return clicks;
    },
    get keys() {
      return keys;
    },
    click: async (target) => {
      clicks++;
      await target.click();
    },
    press,
    type: (text) => page.keyboard.type(text),
    paste: async (text) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await press('Control+v');
    },
  };
}
