import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { RecordKey } from '~/domain/record/record-key';
import { type Filter, keepOnly } from '~/domain/view/filter';
import type { Pivot } from '~/domain/view/surroundings';
import type { TimeZone } from '~/lib/time';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { Failure } from '~/ui/failure';
import { TiedList } from './tied-list';
import { TiedSummaryLines } from './tied-summary';
import { useTiedRecords } from './use-tied-records';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

export interface TiedRecordsProps {
  readonly held: HeldRecordSet;
  readonly zone: TimeZone;
  /** What the open record may have in common with others; there is at least one. */
  readonly ties: readonly Pivot[];
  /** That is open. */
  readonly record: RecordKey;
  onOpen(key: RecordKey): void;
  /** Looks at these records in place of what was looked at. */
  onAround(filters: Filter[]): void;
}

/** The records of the session, or of the one act, that a record is part of. */
export function TiedRecords(props: TiedRecordsProps) {
  const styles = useStyles();
  const { ties } = props;
  const [name, setName] = useState<string>();
  const tie = ties.find((each) => each.name === name) ?? ties[0];
  if (!tie) return null;
  return (
    <div className={styles.root}>
      {ties.length > 1 && (
        <Select size="small" aria-label="Records of" value={tie.name} onChange={(_, { value }) => setName(value)}>
          {ties.map((each) => (
            <option key={each.name} value={each.name}>
              Same {each.name}
            </option>
          ))}
        </Select>
      )}
      <Tied key={`${tie.field} ${tie.value}`} {...props} tie={tie} />
    </div>
  );
}

interface TiedProps extends TiedRecordsProps {
  readonly tie: Pivot;
}

function Tied({ held, zone, record, tie, onOpen, onAround }: TiedProps) {
  const styles = useStyles();
  // What is said of all of them stays in sight; the open one may be far down.
  const openButton = useRef<HTMLButtonElement>(null);
  const { rows, summary, error, again, isFetching, earlier, later } = useTiedRecords(held, tie, record);
  if (error) return <Failure {...describeError(error)} action={<Button onClick={again}>Try again</Button>} />;
  return (
    <>
      {summary && <TiedSummaryLines summary={summary} tie={tie} zone={zone} />}
      <div className={styles.line}>
        <Button size="small" onClick={() => onAround([keepOnly(tie.field, tie.value)])}>
          Show all in the grid
        </Button>
        {rows && rows.length > 1 && (
          <Button size="small" onClick={() => openButton.current?.focus()}>
            Go to the open one
          </Button>
        )}
        {earlier && (
          <Button size="small" disabledFocusable={isFetching} onClick={earlier}>
            Show earlier ones
          </Button>
        )}
      </div>
      {rows && (
        <TiedList
          label={`Records of this ${tie.name}`}
          rows={rows}
          open={record}
          zone={zone}
          onOpen={onOpen}
          openButton={openButton}
        />
      )}
      {later && (
        <Button size="small" disabledFocusable={isFetching} onClick={later}>
          Show later ones
        </Button>
      )}
    </>
  );
}
