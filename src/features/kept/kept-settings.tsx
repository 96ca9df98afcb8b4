import { Button, makeStyles, ProgressBar, Switch, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { lazy, Suspense, useRef, useState } from 'react';
import { formatTime } from '~/lib/time';
import { counted, megabytes } from '~/lib/words';
import type { KeptSet, KeptSets } from '~/records/kept-sets';
import { EntryList } from '~/ui/entry-list';
import { Failure } from '~/ui/failure';
import { Section } from '~/ui/section';
import { useTimeZone } from '~/ui/time-zone';
import { useKeeping } from './use-keeping';
import { useKeptSets } from './use-kept-sets';

const ConfirmDialog = lazy(() => import('~/ui/confirm-dialog').then(({ ConfirmDialog }) => ({ default: ConfirmDialog })));

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '80ch', textWrap: 'pretty' },
  choice: { alignSelf: 'start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  room: { display: 'grid', gap: tokens.spacingVerticalXS, maxWidth: '640px', fontVariantNumeric: 'tabular-nums' },
  all: { alignSelf: 'start' },
});

/** Something that is gone for good once it is confirmed. */
type Asked = { readonly kind: 'all' | 'off' } | { readonly kind: 'one'; readonly set: KeptSet };

/** Whether records are kept in this browser, which, and how to be rid of them. */
export function KeptSettings({ kept }: { kept: KeptSets }) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const { choice, choose } = useKeeping(kept);
  const [asked, setAsked] = useState<Asked>();
  const { sets, limit, error, deletion } = useKeptSets(kept);
  const choiceSwitch = useRef<HTMLInputElement>(null);
  const total = sets?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
  const remove = (what: Asked) => {
    if (what.kind === 'off') choose('never');
    deletion.mutate(what.kind === 'one' ? what.set.key : undefined);
    choiceSwitch.current?.focus();
  };
  if (!kept.isPossible)
    return (
      <Section title="Records kept in this browser">
        <p className={styles.text}>
          This browser has no place of its own for the records of a page, or does not give it to this address: that takes HTTPS.
          Records are here as long as the page is open.
        </p>
      </Section>
    );
  return (
    <>
      <Section title="Records kept in this browser">
        <p className={styles.text}>
          Records of searches and opened files can be kept between visits: after a reload, a crash or a closed tab they are there
          again within seconds, and loading goes on where it stopped. They lie on this computer, not encrypted: whoever can use
          this browser as you can read them. Only {kept.account} sees them here.
        </p>
        <Switch
          ref={choiceSwitch}
          className={styles.choice}
          label="Keep records in this browser"
          checked={choice === 'keep'}
          onChange={(_, { checked }) => {
            if (checked) choose('keep');
            else if (total > 0) setAsked({ kind: 'off' });
            else choose('never');
          }}
        />
        {sets && limit !== undefined && (
          <div className={styles.room}>
            <span role="status">
              {counted(sets.length, 'set')}, {megabytes(total)} of {megabytes(limit)}. The oldest goes when there is no more room.
            </span>
            <ProgressBar aria-label="Room that is used" value={Math.min(1, total / limit)} />
          </div>
        )}
        {error && (
          <Failure
            title="What is kept could not be read or deleted"
            detail={error.message}
            advice="Close other tabs and try again."
          />
        )}
        {sets && sets.length > 0 && (
          <>
            <EntryList
              label="Kept sets"
              entries={sets}
              keyOf={({ key }) => key}
              renderName={titleOf}
              factsOf={({ bytes, writtenAt }) => `${megabytes(bytes)}, last written ${formatTime(writtenAt, zone)}`}
              renderActions={(set) => (
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={`Delete ${titleOf(set)}`}
                  title="Delete"
                  onClick={() => setAsked({ kind: 'one', set })}
                />
              )}
            />
            <Button className={styles.all} icon={<DeleteRegular />} onClick={() => setAsked({ kind: 'all' })}>
              Delete all
            </Button>
          </>
        )}
      </Section>
      {asked && (
        <Suspense>
          <ConfirmDialog
            title={asked.kind === 'one' ? 'Delete these records?' : 'Delete all kept records?'}
            confirmLabel="Delete"
            keepLabel="Keep"
            onConfirm={() => remove(asked)}
            onClose={() => setAsked(undefined)}
          >
            {asked.kind === 'one' ? `“${asked.set.title}”` : counted(sets?.length ?? 0, 'set')} will be deleted from this browser,
            also where another tab has it open. Searches can be loaded again as long as the service has them; files have to be
            opened again. {asked.kind === 'off' && 'From now on nothing is kept.'}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}

function titleOf({ title }: KeptSet): string {
  return title || 'Search';
}
