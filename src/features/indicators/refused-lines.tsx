import type { RefusedIndicator } from '~/domain/indicators/read-indicators';
import { counted, formatNumber } from '~/lib/words';
import { Fold } from '~/ui/fold';
import { ReasonList } from '~/ui/reason-list';

/** Lists of more begin folded, and of many more the rest is counted. */
const few = 20;
const most = 500;

/** What was written and cannot be looked for, with the reason. */
export function RefusedLines({ refused }: { readonly refused: readonly RefusedIndicator[] }) {
  const lines = refused.slice(0, most).map(({ written, line, reason }) => ({
    what: written,
    reasons: [`Line ${formatNumber(line)}: ${reason}`],
  }));
  const more = refused.length - lines.length;
  return (
    <Fold
      label={`${counted(refused.length, 'entry', 'entries')} cannot be looked for`}
      isHeading
      isOpenAtFirst={refused.length <= few}
    >
      <ReasonList lines={more > 0 ? [...lines, { what: `And ${formatNumber(more)} more.`, reasons: [] }] : lines} />
    </Fold>
  );
}
