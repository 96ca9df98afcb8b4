import { Button, Dialog, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useQuery } from '@tanstack/react-query';
import { describeError } from '~/domain/errors/describe-error';
import { fileStamp } from '~/lib/file-name';
import { formatNumber } from '~/lib/words';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { inThisBrowser } from '~/records/in-this-browser';
import { DialogButton } from '~/ui/dialog-button';
import { DialogCard } from '~/ui/dialog-card';
import { download } from '~/ui/download';
import { Failure } from '~/ui/failure';

const useStyles = makeStyles({
  // A link to the eye: it stands in a line of text.
  opener: {
    minWidth: 'auto',
    padding: 0,
    border: 'none',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForegroundLink,
    ':hover': { textDecorationLine: 'underline' },
  },
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  source: { color: tokens.colorNeutralForeground2 },
  raw: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: '200px',
    overflow: 'auto',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    unicodeBidi: 'plaintext',
  },
});

export interface RejectedRecordsProps {
  readonly held: HeldRecordSet;
  readonly count: number;
}

/** How many records could not be read, and what stood there: evidence is never dropped in silence. */
export function RejectedRecords({ held, count }: RejectedRecordsProps) {
  const styles = useStyles();
  if (count === 0) return null;
  return (
    <Dialog>
      <DialogButton appearance="transparent" className={styles.opener}>
        {formatNumber(count)} could not be read
      </DialogButton>
      <DialogCard title="Records that could not be read" width={800}>
        <RejectedList held={held} count={count} />
      </DialogCard>
    </Dialog>
  );
}

function RejectedList({ held, count }: RejectedRecordsProps) {
  const styles = useStyles();
  const rejected = useQuery({
    ...inThisBrowser,
    queryKey: ['rejected', held.id, count],
    queryFn: () => held.set.rejected(),
  });
  if (rejected.error) return <Failure {...describeError(rejected.error)} />;
  const records = rejected.data ?? [];
  const save = () =>
    download(
      new Blob([JSON.stringify(records, undefined, 2)], { type: 'application/json' }),
      `records that could not be read ${fileStamp(Date.now())}.json`,
    );
  return (
    <>
      <p className={styles.text}>
        They are not among the rows and not in exports of them.
        {records.length > 0 && records.length < count && ` The first ${formatNumber(records.length)} are listed.`}
      </p>
      <Button size="small" icon={<ArrowDownloadRegular />} disabledFocusable={records.length === 0} onClick={save}>
        Export as they came
      </Button>
      <ol className={styles.list}>
        {records.map(({ reason, source, raw }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
          <li key={index}>
            {reason} <span className={styles.source}>{source}</span>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long text is scrolled by keyboard */}
            <pre className={styles.raw} tabIndex={0}>
              {raw}
            </pre>
          </li>
        ))}
      </ol>
    </>
  );
}
