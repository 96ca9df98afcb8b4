import type { Journey } from '~/domain/messages/message-journey';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { Section } from '~/ui/section';
import { usePrinting } from '~/ui/use-printing';
import { matrixGroups } from './matrix-columns';
import { RecipientCards } from './recipient-cards';
import { RecipientMatrix } from './recipient-matrix';
import { useNarrow } from './use-narrow';
import { useSlice } from './use-slice';

/** More attachments make columns too narrow for paper. */
const attachmentsOnPaper = 3;
/** More rows than this are drawn on demand: a send record names up to 1,000 recipients. */
const step = 100;

export function RecipientsSection({ journey, zone }: { readonly journey: Journey; readonly zone: TimeZone }) {
  const isNarrow = useNarrow();
  const isPrinting = usePrinting();
  const { shown, more } = useSlice(journey.recipients, step, 'recipients');
  const groups = matrixGroups(journey);
  const about = `The first time of each step, in ${zoneIdentifier(zone)}`;
  const Shape = isNarrow || (isPrinting && journey.attachments.length > attachmentsOnPaper) ? RecipientCards : RecipientMatrix;
  return (
    <Section title="Recipients, step by step" about={about}>
      <Shape recipients={shown} groups={groups} caption={`Recipients, step by step. ${about}.`} zone={zone} />
      {more}
    </Section>
  );
}
