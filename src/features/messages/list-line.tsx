import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { fileStamp } from '~/lib/file-name';
import { dataCsv } from '~/ui/data-column';
import { download } from '~/ui/download';
import type { useDataTable } from '~/ui/use-data-table';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  export: { marginInlineStart: 'auto', '@media print': { display: 'none' } },
});

export interface ListLineProps<Row extends object> {
  /** All there are, of which the table may show a part; `undefined` before they are known. */
  readonly outOf: number | undefined;
  readonly noun: string;
  /** What they are, for the name of the file. */
  readonly fileName: string;
  /** They are being put together anew. */
  readonly isBusy: boolean;
  readonly table: ReturnType<typeof useDataTable<Row>>;
}

/** How many there are, and taking them out. */
export function ListLine<Row extends object>({ outOf, noun, fileName, isBusy, table }: ListLineProps<Row>) {
  const styles = useStyles();
  const { rows, columns } = table;
  const number = (value: number) => value.toLocaleString('en-US');
  const words =
    rows === undefined || outOf === undefined
      ? 'Reading…'
      : `${rows.length < outOf ? `${number(rows.length)} of ` : ''}${number(outOf)} ${noun}${outOf === 1 ? '' : 's'}`;
  return (
    <div className={styles.line}>
      <span className={styles.count} role="status" aria-busy={isBusy}>
        {words}
      </span>
      <Button
        className={styles.export}
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={!rows?.length || isBusy}
        onClick={async () => download(await dataCsv(rows ?? [], columns), `${fileName} ${fileStamp(Date.now())}.csv`)}
      >
        Export CSV
      </Button>
    </div>
  );
}
