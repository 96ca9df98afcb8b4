// Contenders, each in a browser of its own, taking the same steps in turns, so that whatever else the machine does befalls all.

import type { Page } from 'playwright';
import type { BrowserSession } from './browser-session';
import { outFolder } from './build-pages';
import { profiled } from './cpu-profile';
import type { BenchOptions } from './options';

export interface Turns<Name extends string> {
  /** One step of each contender that is still alive. */
  inTurns<T>(step: string, work: (page: Page, name: Name) => Promise<T>): Promise<Map<Name, T>>;
  /** Whichever fails is left out of what follows. */
  readonly failed: ReadonlyMap<Name, Error>;
}

export function takeTurns<Name extends string>(
  sessions: ReadonlyMap<Name, BrowserSession>,
  records: number,
  { isProfiled }: Pick<BenchOptions, 'isProfiled'>,
): Turns<Name> {
  const failed = new Map<Name, Error>();
  return {
    failed,
    async inTurns<T>(step: string, work: (page: Page, name: Name) => Promise<T>) {
      const answers = new Map<Name, T>();
      for (const [name, session] of sessions) {
        if (failed.has(name)) continue;
        const run = () => session.orCrash(work(session.page, name));
        process.stderr.write(`  ${step}: ${name}\n`);
        try {
          const file = `${outFolder}/${name}-${records}-${step.replaceAll(' ', '-')}`;
          answers.set(name, await (isProfiled ? profiled(session, file, run) : run()));
        } catch (error) {
          failed.set(name, error instanceof Error ? error : new Error(String(error)));
        }
      }
      return answers;
    },
  };
}
