import { formatNumber } from '~/lib/words';
import { Failure } from '~/ui/failure';

export interface DamagedAuditDataProps {
  readonly text: string;
  /** Where it stops being JSON. */
  readonly brokenAt: number;
  /** Whether anything stands before that. */
  readonly isReadable: boolean;
}

/** The longest piece of JSON that can be half written: `\u00e` of an escape, `fals`. */
const halfWritten = 6;

/** Says that a record is not all there, and what of it is shown. */
export function DamagedAuditData({ text, brokenAt, isReadable }: DamagedAuditDataProps) {
  const place = formatNumber(brokenAt + 1);
  const isCutOff = text.length - brokenAt < halfWritten;
  const shown = isReadable ? 'What stands before that is shown here' : 'Only what stands around it can be shown here';
  return (
    <Failure
      title={isReadable && isCutOff ? 'AuditData of this record is cut off' : 'AuditData of this record is not valid JSON'}
      detail={
        isReadable && isCutOff
          ? `It ends after ${formatNumber(text.length)} characters, in the middle of a property. ${shown}, and counts in the results.`
          : `It breaks at character ${place}. ${shown}.`
      }
      advice="The JSON tab shows the text as it was received, and where it breaks."
    />
  );
}
