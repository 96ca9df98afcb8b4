import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { describeError } from '~/domain/errors/describe-error';
import { formatNumber } from '~/lib/words';
import { Failure } from '~/ui/failure';
import type { FileOpening, OpenedFile } from './open-files';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  words: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  bar: { flex: '1 1 160px' },
});

export interface FilesStatusProps {
  readonly opening: FileOpening;
  readonly files: readonly OpenedFile[];
}

/** How far the reading has come, and what became of files that are not among the records. */
export function FilesStatus({ opening, files }: FilesStatusProps) {
  const styles = useStyles();
  const waiting = files.filter(({ status }) => status.kind === 'waiting').length;
  return (
    <>
      {files.map((file) => {
        const { status, name, id } = file;
        if (status.kind === 'refused') {
          const words = describeError(status.error);
          return (
            <Failure
              key={id}
              {...words}
              title={`${name}: ${words.title}`}
              action={<Button onClick={() => opening.dismiss(id)}>Dismiss</Button>}
            />
          );
        }
        if (status.kind === 'cancelled') {
          return (
            <div key={id} className={styles.words}>
              {name}: reading was cancelled, {formatNumber(status.added)} records were read
            </div>
          );
        }
        if (status.kind === 'interrupted') {
          return (
            <div key={id} className={styles.words}>
              {name}: reading was interrupted when the page was left, {formatNumber(status.added)} records were read. Add the file
              again for the rest: no record is taken twice.
            </div>
          );
        }
        if (status.kind === 'read' && status.receipt.cutOff > 0) {
          return (
            <div key={id} className={styles.words}>
              {name}: {cutOffWords(status.receipt.cutOff)}
            </div>
          );
        }
        if (status.kind !== 'reading') return null;
        const { bytesRead, bytesTotal } = status.progress;
        return (
          <div key={id} className={styles.root}>
            <span className={styles.words}>
              Reading {name}: {megabytes(bytesRead)} of {megabytes(bytesTotal)} MB
              {waiting > 0 && `, ${waiting} more to come`}
            </span>
            <ProgressBar
              className={styles.bar}
              aria-label={`Reading ${name}`}
              value={bytesTotal > 0 ? bytesRead / bytesTotal : 0}
            />
            <Button size="small" icon={<DismissRegular />} onClick={opening.cancel}>
              Cancel
            </Button>
          </div>
        );
      })}
    </>
  );
}

/** `audit.csv (Purview portal CSV)`: the files that are among the records, and what they were recognised as. */
export function describeFiles(files: readonly OpenedFile[]): string {
  const words = files.flatMap(({ name, status }) => {
    if (status.kind === 'read') return [`${name} (${status.receipt.recognisedAs})`];
    if (status.kind === 'reading') return [name];
    return (status.kind === 'cancelled' || status.kind === 'interrupted') && status.added > 0 ? [`${name} (in part)`] : [];
  });
  return words.join(', ') || 'no file';
}

function cutOffWords(count: number): string {
  if (count === 1) return 'AuditData of 1 record breaks off; the record has what stands before the break';
  return `AuditData of ${formatNumber(count)} records breaks off; they have what stands before the break`;
}

export function filesTitle(files: readonly OpenedFile[]): string {
  const used = files.filter(({ status }) => status.kind !== 'refused');
  return used.length === 1 ? (used[0]?.name ?? '') : used.length === 0 ? 'Open a file' : `${used.length} files`;
}

function megabytes(bytes: number): string {
  return formatNumber(Math.round(bytes / 1e5) / 10);
}
