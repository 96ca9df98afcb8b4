import { Button } from '@fluentui/react-components';
import { type ReactNode, startTransition, useState } from 'react';
import { formatNumber } from '~/lib/words';
import { usePrinting } from '~/ui/use-printing';

/** Draws a long list in steps: a page never waits for thousands of rows. On paper everything is drawn. */
export function useSlice<T>(
  all: readonly T[],
  step: number,
  what: string,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const isPrinting = usePrinting();
  const [drawn, setDrawn] = useState(step);
  const shown = isPrinting ? all : all.slice(0, drawn);
  const next = Math.min(step, all.length - shown.length);
  return {
    shown,
    more: next > 0 && (
      <div>
        <Button size="small" onClick={() => startTransition(() => setDrawn(drawn + step))}>
          Show {formatNumber(next)} more of {formatNumber(all.length)} {what}
        </Button>
      </div>
    ),
  };
}
