import { makeStyles, tokens } from '@fluentui/react-components';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { StarFilled } from '@fluentui/react-icons/svg/star';
import { TagRegular } from '@fluentui/react-icons/svg/tag';
import type { ReactNode } from 'react';
import type { Mark } from '~/domain/casework/kept-work';
import { allOf } from '~/lib/words';
import { useMark } from '~/records/casework';

/** Of the room that is made for signs at the beginning of rows once there are any, in CSS pixels. */
export const signWidth = 20;

/** Read from every row for its sign. */
export const signFields = ['id'] as const;

const useStyles = makeStyles({
  icon: { verticalAlign: '-2px', fontSize: '14px', color: tokens.colorBrandForeground1 },
});

/** For a sign, or for none where other rows have one. */
export function SignRoom({ children }: { readonly children: ReactNode }) {
  return <span style={{ display: 'inline-block', width: signWidth }}>{children}</span>;
}

/** At the beginning of a row, what somebody wrote on the record: a star, else a note, else a tag. Its name says all of it. */
export function RecordSign({ recordId }: { readonly recordId: string | undefined }) {
  const styles = useStyles();
  const mark = useMark(recordId);
  if (!mark) return null;
  const Icon = mark.starred ? StarFilled : mark.note.trim() === '' ? TagRegular : NoteRegular;
  const words = signWords(mark);
  return (
    <span role="img" aria-label={words} title={words}>
      <Icon className={styles.icon} aria-hidden />{' '}
    </span>
  );
}

/** `Starred, has notes and tagged Phishing` */
function signWords({ starred, note, tags }: Mark): string {
  const words = allOf([
    ...(starred ? ['starred'] : []),
    ...(note.trim() === '' ? [] : ['has notes']),
    ...(tags.length === 0 ? [] : [`tagged ${tags.join(', ')}`]),
  ]);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
