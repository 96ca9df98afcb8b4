import { makeStyles, tokens } from '@fluentui/react-components';
import type { RecipientJourney } from '~/domain/messages/message-journey';
import { VisibleText } from '~/ui/visible-text';
import type { RecipientMatrixProps } from './recipient-matrix';
import { RecipientName } from './recipient-name';
import { StepCell } from './step-cell';

const useStyles = makeStyles({
  cards: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    breakInside: 'avoid',
  },
  steps: { margin: `${tokens.spacingVerticalS} 0 0` },
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, minWidth: 0 },
});

/** The matrix on a phone: a card for each recipient with the steps that were taken. */
export function RecipientCards({ recipients, groups, caption, zone }: RecipientMatrixProps) {
  const styles = useStyles();
  return (
    <ul className={styles.cards} aria-label={caption}>
      {recipients.map((recipient) => (
        <li key={recipient.recipient} className={styles.card}>
          <RecipientName recipient={recipient} />
          <Steps recipient={recipient} groups={groups} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

interface StepsProps extends Pick<RecipientMatrixProps, 'groups' | 'zone'> {
  readonly recipient: RecipientJourney;
}

function Steps({ recipient, groups, zone }: StepsProps) {
  const styles = useStyles();
  const steps = groups.flatMap(({ attachment, columns }) =>
    columns.map(({ key, label, lines }) => ({ key, label, attachment, lines: lines(recipient) })),
  );
  const taken = steps.filter(({ lines }) => lines.length > 0);
  if (taken.length === 0) return null;
  return (
    <dl className={styles.steps}>
      {taken.map(({ key, label, attachment, lines }) => (
        <div key={key} className={styles.step}>
          <dt className={styles.label}>
            {label} {attachment !== undefined && <VisibleText text={attachment} />}
          </dt>
          <dd className={styles.value}>
            <StepCell lines={lines} zone={zone} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
