import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ReactNode } from 'react';
import { fileStamp } from '~/lib/file-name';
import { counted, formatNumber } from '~/lib/words';
import { download } from './download';
import { dataCsv } from './grid/data-column';
import type { useDataTable } from './grid/use-data-table';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    marginInlineStart: 'auto',
    '@media print': { display: 'none' },
  },
});

export interface ListLineProps<Row extends object> {
  /** All there are, of which the table may show a part; `undefined` before they are known. */
  readonly outOf: number | undefined;
  readonly noun: string;
  /** Where an s does not make it. */
  readonly plural?: string;
  /** What there is, where a number and a noun do not say it. */
  readonly words?: string | undefined;
  /** What they are, for the name of the file. */
  readonly fileName: string;
  /** They are being put together anew. */
  readonly isBusy: boolean;
  readonly table: ReturnType<typeof useDataTable<Row>>;
  /** Other ways to take them out. */
  readonly actions?: ReactNode;
}

/** How many there are, and taking them out. */
export function ListLine<Row extends object>(props: ListLineProps<Row>) {
  const { outOf, noun, plural, words: ownWords, fileName, isBusy, table, actions } = props;
  const styles = useStyles();
  const { rows, columns } = table;
  const words =
    rows === undefined || outOf === undefined
      ? 'Reading…'
      : (ownWords ?? `${rows.length < outOf ? `${formatNumber(rows.length)} of ` : ''}${counted(outOf, noun, plural)}`);
  return (
    <div className={styles.line}>
      <span className={styles.count} role="status" aria-busy={isBusy}>
        {words}
      </span>
      <div className={styles.actions}>
        {actions}
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={!rows?.length || isBusy}
          onClick={async () => download(await dataCsv(rows ?? [], columns), `${fileName} ${fileStamp(Date.now())}.csv`)}
        >
          Export CSV
        </Button>
      </div>
    </div>
  );
}
