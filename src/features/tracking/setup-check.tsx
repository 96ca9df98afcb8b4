import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useId, useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { TrackingCheck } from '~/domain/messages/tracking-checks';
import { Failure } from '~/ui/failure';
import { ScriptCard } from '~/ui/script-card';
import { SentenceText } from '~/ui/sentence-text';
import type { CheckScript } from './check-scripts';
import { CheckState } from './check-state';

const useStyles = makeStyles({
  check: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalS,
    justifyItems: 'start',
    paddingBlock: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalL },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  finding: { margin: 0, maxWidth: '80ch', textWrap: 'pretty', overflowWrap: 'anywhere' },
  wide: { width: '100%' },
  toggle: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  scripts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM, width: '100%' },
});

/** What a query tells about itself. */
export interface SettingReading {
  readonly isPending: boolean;
  readonly error: Error | null;
  refetch(): Promise<unknown>;
}

export interface SetupCheckProps {
  readonly check: TrackingCheck;
  /** How the reading of it goes; absent where nothing is read. */
  readonly reading: SettingReading | undefined;
  readonly scripts: readonly CheckScript[];
  /** Shows the PowerShell without being asked: there is nothing else to go by. */
  readonly isOpenAtFirst: boolean;
  readonly children?: ReactNode;
}

/** One precondition: how it stands, what was found, what can be done from here, and the PowerShell for elsewhere. */
export function SetupCheck({ check, reading, scripts, isOpenAtFirst, children }: SetupCheckProps) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <section className={styles.check} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`} className={styles.title}>
          {check.title}
        </h2>
        {!reading?.isPending && <CheckState state={check.state} />}
      </div>
      {reading?.isPending ? (
        <Skeleton className={styles.wide} aria-label={`Reading: ${check.title}`}>
          <SkeletonItem size={16} style={{ width: 'min(480px, 80%)' }} />
        </Skeleton>
      ) : reading?.error ? (
        <div className={styles.wide}>
          <Failure {...describeError(reading.error)} action={<Button onClick={() => void reading.refetch()}>Try again</Button>} />
        </div>
      ) : (
        <p className={styles.finding}>
          <SentenceText sentence={check.finding} />
        </p>
      )}
      {children}
      <Button
        appearance="subtle"
        size="small"
        className={styles.toggle}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-label={`PowerShell: ${check.title}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-scripts` : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        PowerShell
      </Button>
      {isOpen && (
        <div id={`${id}-scripts`} className={styles.scripts}>
          {scripts.map(({ label, script }) => (
            <ScriptCard key={label} label={label} script={script} />
          ))}
        </div>
      )}
    </section>
  );
}
