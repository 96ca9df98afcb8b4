// The results grid of the product itself, over an opened file: wheel, scrollbar and keyboard as a person would use them.

import type { Page } from 'playwright';
import { openSession } from './browser-session';
import { buildProduct } from './build-product';
import { writeCsv } from './csv-file';
import type { BenchOptions } from './options';
import { serve } from './static-server';
import { number, table } from './table';
import { type FrameFigures, watchFrames } from './watch-frames';

export async function runScroll({ launch, records }: BenchOptions): Promise<string> {
  const file = writeCsv(Math.max(...records));
  const server = await serve({ folder: buildProduct() });
  const session = await openSession({ launch, url: `${server.url}/files` });
  const { page } = session;
  try {
    await page.locator('input[type=file]').first().setInputFiles(file.path);
    const grid = page.getByRole('grid');
    process.stderr.write(`opening ${Math.round(file.bytes / 1e6)} MB\n`);
    await page.waitForFunction((count) => document.querySelector('[role=grid]')?.ariaRowCount === `${count}`, file.rows + 1);
    // The orders of texts are worked out in idle time after reading; that is over when the figures are taken.
    await page.waitForTimeout(5000);
    const box = await grid.boundingBox();
    if (!box) throw new Error('the grid is not to be seen');
    const rows: [string, FrameFigures][] = [];
    for (const [name, gesture] of gestures(page, box)) {
      await page.waitForTimeout(1000);
      rows.push([name, await watchFrames(page, gesture)]);
      process.stderr.write(`${name}\n`);
    }
    return report(file.rows, rows);
  } finally {
    await session.close();
    server.close();
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function gestures(page: Page, { x, y, width, height }: Box): [string, () => Promise<void>][] {
  const middle = { x: x + width / 2, y: y + height / 2 };
  /** Chromium makes the wheel events itself, one a frame. */
  const wheel = (pixelsPerSecond: number, seconds: number) => async () => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.synthesizeScrollGesture', {
      ...middle,
      yDistance: -pixelsPerSecond * seconds,
      speed: pixelsPerSecond,
      gestureSourceType: 'mouse',
      preventFling: true,
    });
    await cdp.detach();
  };
  return [
    ['nothing (how regular frames are here)', () => page.waitForTimeout(5000)],
    ['wheel, 1,500 px a second', wheel(1500, 10)],
    ['wheel, 6,000 px a second', wheel(6000, 10)],
    ['wheel, 30,000 px a second', wheel(30_000, 10)],
    [
      'Page Down held',
      async () => {
        await page.getByRole('grid').focus();
        for (const end = Date.now() + 10_000; Date.now() < end; ) {
          await page.keyboard.press('PageDown');
          await page.waitForTimeout(30);
        }
      },
    ],
    [
      'scrollbar dragged, top to bottom and back',
      async () => {
        await page.keyboard.press('Control+Home');
        await page.waitForTimeout(300);
        // The thumb begins below a button of 15 px and is at least 18 px long.
        const bar = { x: x + width - 8, from: y + 26, to: y + height - 30 };
        await page.mouse.move(bar.x, bar.from);
        await page.mouse.down();
        const steps = 300;
        for (let step = 0; step <= steps; step++) {
          const part = 1 - Math.abs(1 - (2 * step) / steps);
          await page.mouse.move(bar.x, bar.from + (bar.to - bar.from) * part);
          await page.waitForTimeout(25);
        }
        await page.mouse.up();
      },
    ],
  ];
}

function report(records: number, figures: readonly (readonly [string, FrameFigures])[]): string {
  const percent = (share: number) => `${number(share * 100)} %`;
  const rows = figures.map(([name, frame]) => [
    name,
    frame.frames,
    frame.medianMs,
    percent(frame.over20MsShare),
    frame.longestMs,
    percent(frame.blankRowShare),
    percent(frame.blankFrameShare),
    frame.rowsPassed.toLocaleString('en'),
  ]);
  const header = ['', 'frames', 'median ms', 'over 20 ms', 'longest ms', 'rows blank', 'frames all blank', 'rows passed'];
  return `${records.toLocaleString('en')} records, 1400 x 900 pixels, drawn in software.\n\n${table(header, rows)}`;
}
