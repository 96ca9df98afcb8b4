// Runs inside the page of the product, without its help: how regular the frames are, and how many of the rows in sight were
// still grey bars.

import type { Page } from 'playwright';

export interface FrameFigures {
  readonly frames: number;
  readonly over20MsShare: number;
  readonly longestMs: number;
  readonly medianMs: number;
  readonly blankRowShare: number;
  /** Frames in which not one row in sight had its text. */
  readonly blankFrameShare: number;
  readonly rowsPassed: number;
}

/** Watches until `gesture` is done. */
export async function watchFrames(page: Page, gesture: () => Promise<void>): Promise<FrameFigures> {
  const watching = await page.evaluateHandle(startWatching);
  await gesture();
  const figures = await watching.evaluate((watch) => watch.stop());
  await watching.dispose();
  return figures;
}

function startWatching() {
  const rowHeight = 32;
  const grid = document.querySelector<HTMLElement>('[role=grid]');
  if (!grid) throw new Error('there is no grid on the page');
  const times: number[] = [];
  let inSight = 0;
  let blank = 0;
  let blankFrames = 0;
  let passed = 0;
  let lastTop = -1;
  let isOn = true;

  const look = (now: number) => {
    if (!isOn) return;
    times.push(now);
    const { scrollTop, clientHeight } = grid;
    let rows = 0;
    let blanks = 0;
    let topRow = Number.POSITIVE_INFINITY;
    for (const row of grid.querySelectorAll<HTMLElement>('[role=row][aria-rowindex]')) {
      const top = Number.parseFloat(row.style.top);
      if (!(top + rowHeight > scrollTop && top < scrollTop + clientHeight - rowHeight)) continue;
      rows++;
      topRow = Math.min(topRow, Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')));
      if (row.firstElementChild?.textContent === '') blanks++;
    }
    // A frame that is late shows fewer rows than fit: what is missing is as blank as a grey bar.
    const fits = Math.floor((clientHeight - rowHeight) / rowHeight);
    inSight += Math.max(rows, fits);
    blank += blanks + Math.max(0, fits - rows);
    if (blanks + Math.max(0, fits - rows) >= Math.max(rows, fits)) blankFrames++;
    if (Number.isFinite(topRow)) {
      if (lastTop >= 0) passed += Math.abs(topRow - lastTop);
      lastTop = topRow;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  return {
    stop() {
      isOn = false;
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
      const sorted = [...gaps].sort((a, b) => a - b);
      return {
        frames: gaps.length,
        over20MsShare: gaps.filter((ms) => ms > 20).length / gaps.length,
        longestMs: sorted.at(-1) ?? 0,
        medianMs: sorted[gaps.length >> 1] ?? 0,
        blankRowShare: blank / inSight,
        blankFrameShare: blankFrames / times.length,
        rowsPassed: passed,
      };
    },
  };
}
