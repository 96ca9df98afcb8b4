import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Filter } from '~/domain/view/filter';
import { formatTime, type TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { counted } from '~/lib/words';
import { Fold } from '~/ui/fold';
import { VisibleText } from '~/ui/visible-text';
import { type Found, firstSentence } from './by-level';
import { LevelMark } from './level-mark';
import { RuleFacts } from './rule-facts';
import { StretchList } from './stretch-list';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  text: { margin: 0, textWrap: 'pretty' },
  action: { justifySelf: 'start' },
});

export interface FindingCardProps {
  readonly finding: Found;
  readonly isShipped: boolean;
  readonly zone: TimeZone;
  onAround(filters: Filter[]): void;
}

/** What a rule found, and what its author says about that. */
export function FindingCard({ finding, isShipped, zone, onAround }: FindingCardProps) {
  const styles = useStyles();
  const { rule } = finding.detection;
  const title = visibleText(rule.title);
  const count = counted(
    finding.count,
    finding.kind === 'records' ? 'record' : 'stretch',
    finding.kind === 'records' ? 'records' : 'stretches',
  );
  return (
    <article className={styles.card} aria-label={title}>
      <h4 className={styles.title}>
        <VisibleText text={rule.title} />
      </h4>
      <div className={styles.facts}>
        <LevelMark level={rule.level} />
        <span>{finding.kind === 'records' ? count : `${count} of time`}</span>
        <span>{timesOf(finding, zone)}</span>
      </div>
      {rule.description !== '' && (
        <p className={styles.text}>
          <VisibleText text={firstSentence(rule.description)} />
        </p>
      )}
      {finding.kind === 'records' ? (
        <Button
          size="small"
          className={styles.action}
          aria-label={`Show records: ${title}`}
          onClick={() => onAround([finding.detection.filter])}
        >
          Show records
        </Button>
      ) : (
        <StretchList
          title={rule.title}
          correlation={finding.detection.correlation}
          found={finding.found}
          count={finding.count}
          zone={zone}
          onAround={onAround}
        />
      )}
      <Fold label="About this rule" of={title}>
        <RuleFacts rule={rule} isShipped={isShipped} />
      </Fold>
    </article>
  );
}

/** From the first to the last record; of more stretches than are told, until the last. */
function timesOf(finding: Found, zone: TimeZone): string {
  const isWhole = finding.kind === 'records' || finding.found.length === finding.count;
  const first = finding.kind === 'records' ? finding.first : Math.min(...finding.found.map(({ from }) => from));
  const last = finding.kind === 'records' ? finding.last : finding.found[0]?.to;
  if (first === undefined || last === undefined) return '';
  const until = formatTime(last, zone);
  if (!isWhole) return `until ${until}`;
  return first === last ? until : `${formatTime(first, zone)} to ${until}`;
}
