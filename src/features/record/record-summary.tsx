import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { labelOf } from '~/domain/catalogue/catalogue';
import type { Explanation } from '~/domain/record/explain-record';
import type { Fact } from '~/domain/record/explanation';
import { placeWords } from '~/domain/record/record-place';
import { formatTime, relativeTime, zoneName } from '~/lib/time';
import { formatNumber, plural } from '~/lib/words';
import { CopyButton } from '~/ui/copy-button';
import { VisibleText } from '~/ui/visible-text';
import { FoundText } from './found-text';
import { useOpenRecord } from './record-context';
import { ValueActions } from './value-actions';
import { ValueText } from './value-text';

const useStyles = makeStyles({
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: 'anywhere' },
  said: { fontWeight: tokens.fontWeightSemibold },
  top: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start', justifyContent: 'space-between' },
  copy: { flexShrink: 0, '@media print': { display: 'none' } },
  facts: { margin: `${tokens.spacingVerticalM} 0 0` },
  fact: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, 30%) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: {
    position: 'relative',
    margin: 0,
    minWidth: 0,
    minHeight: '24px',
    ':hover > [role=toolbar]': { opacity: 1, pointerEvents: 'auto' },
    ':focus-within > [role=toolbar]': { opacity: 1, pointerEvents: 'auto' },
  },
  time: { display: 'block', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  failure: { color: tokens.colorPaletteRedForeground1 },
  icon: { marginInlineEnd: tokens.spacingHorizontalXS, verticalAlign: 'text-bottom' },
});

export function RecordSummary({ explanation }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.top}>
        <p className={styles.sentence}>
          {explanation.parts.map((part, position) =>
            typeof part === 'string' ? (
              part
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are nothing but their positions
              <span key={position} className={styles.said}>
                <FoundText text={part.value} />
              </span>
            ),
          )}
        </p>
        <span className={styles.copy}>
          <CopyButton label="sentence" text={explanation.sentence} />
        </span>
      </div>
      <dl className={styles.facts}>
        <When explanation={explanation} />
        {explanation.facts.map((fact, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels can be names out of the record and repeat
          <FactRow key={position} fact={fact} />
        ))}
        <Origin />
      </dl>
    </>
  );
}

/** In UTC, as the service records it, in the administrator's zone, and from now. */
function When({ explanation: { time } }: { readonly explanation: Explanation }) {
  const styles = useStyles();
  const { zone, catalogue } = useOpenRecord();
  if (time === undefined) return null;
  const label = labelOf(catalogue, 'time');
  const both = zone === 'local' ? (['local', 'utc'] as const) : (['utc', 'local'] as const);
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {both.map((each) => (
          <time key={each} className={styles.time} dateTime={new Date(time).toISOString()}>
            {formatTime(time, each)} {each === 'utc' ? 'UTC' : `local (${zoneName('local', time)})`}
          </time>
        ))}
        <span className={mergeClasses(styles.time, styles.quiet)}>{relativeTime(time)}</span>
        <ValueActions label={label} text={new Date(time).toISOString()} target={undefined} />
      </dd>
    </div>
  );
}

const placesShown = 5;

/** Where the record came from, where else it stood, and whether others have its id. */
function Origin() {
  const styles = useStyles();
  const {
    record: { origin, alsoIn, copies, namesakes, recordId },
    catalogue,
  } = useOpenRecord();
  const shown = alsoIn.slice(0, placesShown).map(placeWords);
  const more = copies - shown.length;
  return (
    <>
      {namesakes > 0 && (
        <div className={styles.fact}>
          <dt className={styles.label}>Same ID</dt>
          <dd className={styles.value}>
            {namesakes === 1 ? 'Another record has' : `${formatNumber(namesakes)} other records have`} the same ID, and{' '}
            {plural(namesakes, 'says', 'say')} something else
            <ValueActions label={labelOf(catalogue, 'id')} text={recordId} target={() => ({ field: 'id', value: recordId })} />
          </dd>
        </div>
      )}
      <div className={styles.fact}>
        <dt className={styles.label}>Source</dt>
        <dd className={styles.value}>
          <VisibleText text={placeWords(origin)} />
          {shown.length > 0 && (
            <span className={mergeClasses(styles.time, styles.quiet)}>
              also in <VisibleText text={shown.join('; ')} />
              {more > 0 && ` and ${formatNumber(more)} more`}
            </span>
          )}
        </dd>
      </div>
    </>
  );
}

function FactRow({ fact: { label, value, ref, filterValue, tone } }: { readonly fact: Fact }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>
        <FoundText text={label} />
      </dt>
      <dd className={mergeClasses(styles.value, tone === 'failure' && styles.failure, tone === 'quiet' && styles.quiet)}>
        {tone === 'failure' && <ErrorCircleRegular className={styles.icon} aria-hidden />}
        <ValueText text={value} label={label} />
        <ValueActions label={label} text={value} target={ref ? () => ({ field: ref, value: filterValue ?? value }) : undefined} />
      </dd>
    </div>
  );
}
