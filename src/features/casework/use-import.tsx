import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeptWork } from '~/domain/casework/kept-work';
import { countChanges, mergeWork, type Refusal } from '~/domain/casework/merge-work';
import type { WorkChange } from '~/domain/casework/work-changes';
import { readWorkFile } from '~/domain/casework/work-file';
import { allOf, counted } from '~/lib/words';
import type { Casework } from '~/records/casework';
import { Failure } from '~/ui/failure';

const useStyles = makeStyles({
  bar: { flexShrink: 0, overflowWrap: 'anywhere' },
  refused: { margin: 0, maxHeight: '200px', overflow: 'auto' },
});

type Outcome = { readonly id: string; readonly name: string } & (
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'taken'; readonly words: string; readonly refused: readonly Refusal[]; readonly undo: WorkChange }
);

/** Takes in files that were exported, and says what became of each; `outcomes` has to stand on the page. */
export function useImport(casework: Casework) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const forget = (id: string) => setOutcomes((last) => last.filter((each) => each.id !== id));
  return {
    async take(files: readonly File[]) {
      for (const file of files) {
        const outcome = await takeFile(casework, file);
        setOutcomes((last) => [...last, outcome]);
      }
    },
    outcomes: outcomes.map((outcome) => (
      <ImportOutcome
        key={outcome.id}
        outcome={outcome}
        onUndo={(undo) => {
          casework.change(undo);
          forget(outcome.id);
        }}
        onDismiss={() => forget(outcome.id)}
      />
    )),
  };
}

async function takeFile(casework: Casework, file: File): Promise<Outcome> {
  const about = { id: crypto.randomUUID(), name: file.name };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { ...about, kind: 'refused', reason: 'The browser could not read it: it may have been moved or changed.' };
  }
  const read = readWorkFile(text, casework.tenant);
  if (read.kind === 'refused') return { ...about, kind: 'refused', reason: read.reason };
  const { work: before } = casework.state.get();
  const merged = mergeWork(before, read.work);
  const undo = casework.change((work) => mergeWork(work, read.work).work);
  return {
    ...about,
    kind: 'taken',
    words: changeWords(before, merged.work),
    refused: [...read.refused, ...merged.refused],
    undo,
  };
}

/** `2 records and 1 case added, 1 record changed`. */
function changeWords(before: KeptWork, after: KeptWork): string {
  const { marks, views, cases } = countChanges(before, after);
  const words = (which: 'added' | 'changed') => {
    const parts = [
      marks[which] > 0 && counted(marks[which], 'record'),
      views[which] > 0 && counted(views[which], 'saved view'),
      cases[which] > 0 && counted(cases[which], 'case'),
    ].filter((each) => each !== false);
    return parts.length > 0 ? [`${allOf(parts)} ${which}`] : [];
  };
  const all = [...words('added'), ...words('changed')];
  return all.length > 0 ? `${all.join(', ')}.` : 'All of it was here already.';
}

interface ImportOutcomeProps {
  readonly outcome: Outcome;
  onUndo(undo: WorkChange): void;
  onDismiss(): void;
}

function ImportOutcome({ outcome, onUndo, onDismiss }: ImportOutcomeProps) {
  const styles = useStyles();
  const dismiss = <Button onClick={onDismiss}>Dismiss</Button>;
  if (outcome.kind === 'refused')
    return <Failure title={`${outcome.name} was not imported`} detail={outcome.reason} action={dismiss} />;
  const { name, words, refused, undo } = outcome;
  return (
    <MessageBar intent={refused.length > 0 ? 'warning' : 'success'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{name} was imported</MessageBarTitle>
        {words}
        {refused.length > 0 && (
          <>
            {' '}
            {counted(refused.length, 'thing')} could not be taken:
            <ul className={styles.refused} aria-label="Not imported">
              {refused.map(({ entry, reason }, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <li key={position}>
                  {entry}: {reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => onUndo(undo)}>Undo</Button>
        {dismiss}
      </MessageBarActions>
    </MessageBar>
  );
}
