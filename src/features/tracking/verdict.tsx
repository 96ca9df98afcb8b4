import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import type { TrackingVerdict } from '~/domain/messages/tracking-checks';
import { SentenceText } from '~/ui/sentence-text';
import { stateIcons } from './check-state';

const useStyles = makeStyles({
  verdict: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  ok: { borderInlineStartColor: tokens.colorStatusSuccessBorder2 },
  missing: { borderInlineStartColor: tokens.colorStatusDangerBorder2 },
  unknown: { borderInlineStartColor: tokens.colorNeutralStroke1 },
  icon: { fontSize: '32px', lineHeight: 0 },
  okIcon: { color: tokens.colorStatusSuccessForeground1 },
  missingIcon: { color: tokens.colorStatusDangerForeground3 },
  unknownIcon: { color: tokens.colorNeutralForeground2 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
  },
  detail: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty', overflowWrap: 'anywhere' },
  waiting: { display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** The answer, before the reasons. Without one yet, a grey bar where it will stand. */
export function Verdict({ verdict }: { readonly verdict: TrackingVerdict | undefined }) {
  const styles = useStyles();
  if (!verdict) {
    return (
      <div className={mergeClasses(styles.verdict, styles.unknown)}>
        <Skeleton className={styles.waiting} aria-label="Reading the settings">
          <SkeletonItem size={28} style={{ width: 'min(420px, 60vw)' }} />
          <SkeletonItem size={16} style={{ width: 'min(520px, 70vw)' }} />
        </Skeleton>
      </div>
    );
  }
  const { state, title, detail } = verdict;
  const Icon = stateIcons[state];
  return (
    <div role="status" className={mergeClasses(styles.verdict, styles[state])}>
      <span className={mergeClasses(styles.icon, styles[`${state}Icon`])}>
        <Icon aria-hidden />
      </span>
      <div>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.detail}>
          <SentenceText sentence={detail} />
        </p>
      </div>
    </div>
  );
}
