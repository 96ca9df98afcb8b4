import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { megabytes } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import type { KeptSets } from '~/records/kept-sets';
import { useSetState } from '~/records/use-set-state';
import { useKeeping } from './use-keeping';

const useStyles = makeStyles({ bar: { flexShrink: 0 } });

/** Fewer are there again in a moment. */
const worthAsking = 10_000;

export interface KeepNoticeProps {
  readonly kept: KeptSets;
  readonly held: HeldRecordSet;
  /** What the set was filled from, and in words. */
  readonly keptAs: string;
  readonly title: string;
}

/** Asks, once, whether records may be kept in this browser; later says only where they are not although they should be. */
export function KeepNotice({ kept, held, keptAs, title }: KeepNoticeProps) {
  const styles = useStyles();
  const { choice, choose, keep } = useKeeping(kept);
  const { records, kept: state } = useSetState(held.set);
  useEffect(() => {
    if (state.kind === 'not') void keep?.(keptAs, title, held);
  }, [state.kind, keep, keptAs, title, held]);
  if (choice === undefined && records >= worthAsking && kept.isPossible) return <Question onChoose={choose} />;
  if (state.kind === 'full' || state.kind === 'failed')
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>
            {state.bytes > 0 ? 'Only the first of these records are kept in this browser' : 'These records are not kept'}
          </MessageBarTitle>
          {state.kind === 'full'
            ? `There is no more room: ${megabytes(state.bytes)} are kept. After a reload the others are loaded again.`
            : 'The browser gave no access to its storage. After a reload they are loaded again.'}
        </MessageBarBody>
      </MessageBar>
    );
  return null;
}

function Question({ onChoose }: { onChoose: (choice: 'keep' | 'never') => void }) {
  const styles = useStyles();
  return (
    <MessageBar layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>Keep records in this browser?</MessageBarTitle>
        After a reload or a crash they are here again in seconds, and loading goes on where it stopped. They lie unencrypted on
        this computer; Settings show and delete them.
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={() => onChoose('keep')}>
          Keep records
        </Button>
        <Button onClick={() => onChoose('never')}>Do not keep</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
