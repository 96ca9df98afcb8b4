import { Button, Checkbox, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import { describeError } from '~/domain/errors/describe-error';
import type { ExportFormat, RecordSet, RecordView, ViewState } from '~/engine/record-set';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { counted, formatNumber, megabytes } from '~/lib/words';
import { useSetState } from '~/records/use-set-state';
import { DialogCard } from '~/ui/dialog-card';
import { Failure } from '~/ui/failure';
import type { Exporting, ExportState } from './use-export';

const useStyles = makeStyles({
  text: { margin: 0, textWrap: 'pretty' },
  about: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export interface ExportChoiceProps {
  /** Of the search; the file is named after it. */
  readonly name: string;
  readonly set: RecordSet;
  /** The visible columns. */
  readonly fields: readonly FieldRef[];
  readonly zone: TimeZone;
  /** The records are of mailboxes: the XML of mailbox audit logs is offered, too. */
  readonly isMailboxLog?: boolean;
}

export interface ExportDialogProps extends ExportChoiceProps {
  /** What is exported. */
  readonly view: RecordView | undefined;
  readonly viewState: ViewState;
  readonly exporting: Exporting;
}

export function ExportDialog(props: ExportDialogProps) {
  const { name, set, view, viewState: state, fields, zone, isMailboxLog = false, exporting } = props;
  const styles = useStyles();
  const { exports } = set.can;
  const [kind, setKind] = useState(exports[0] ?? 'purview');
  const [hasBom, setBom] = useState(true);
  const isFilling = useSetState(set).coverage === 'filling';
  const isRunning = exporting.state.kind === 'running';
  const formats: { readonly [Kind in ExportFormat['kind']]: Extract<ExportFormat, { kind: Kind }> } = {
    purview: { kind: 'purview', bom: hasBom },
    columns: {
      kind: 'columns',
      bom: hasBom,
      columns: fields.map((field) => ({ field, label: labelOf(set.catalogue, field) })),
      timeZone: zone,
    },
    jsonLines: { kind: 'jsonLines' },
    mailboxXml: { kind: 'mailboxXml' },
  };
  return (
    <DialogCard
      title="Export"
      actions={
        isRunning ? (
          <Button onClick={exporting.cancel}>Cancel export</Button>
        ) : (
          <Button
            appearance="primary"
            disabledFocusable={state.status !== 'open'}
            onClick={() => view && state.status === 'open' && exporting.start(view, state.rowCount, formats[kind], name)}
          >
            Export
          </Button>
        )
      }
    >
      <p className={styles.text}>
        {state.status === 'open' &&
          `Exports ${formatNumber(state.rowCount)} of ${formatNumber(state.outOf)} records, in the order shown.`}
        {isFilling && ' More records are still coming; they will not be in the file.'}
      </p>
      <RadioGroup
        aria-label="Format"
        value={kind}
        disabled={isRunning}
        onChange={(_, { value }) => setKind(isKind(value) ? value : 'purview')}
      >
        {exports.includes('purview') && (
          <Radio
            value="purview"
            label={
              <>
                CSV as Purview exports it: untouched evidence
                <span className={styles.about}>
                  Purview’s own header, AuditData byte for byte. Cells may begin with = + - @, which a spreadsheet runs as a
                  formula: for tools and as evidence, not for double-clicking into Excel.
                </span>
              </>
            }
          />
        )}
        {exports.includes('columns') && (
          <Radio
            value="columns"
            label={
              <>
                CSV of the visible columns: for spreadsheets
                <span className={styles.about}>
                  {counted(fields.length, 'column')}, times in {zoneIdentifier(zone)}. Cells that would run as a formula get a
                  leading apostrophe.
                </span>
              </>
            }
          />
        )}
        {exports.includes('jsonLines') && (
          <Radio
            value="jsonLines"
            label={
              <>
                JSON Lines: for scripts and log tools
                <span className={styles.about}>
                  A record a line, named as in Purview’s export, AuditData an object as it came. The file opens again under Open a
                  file.
                </span>
              </>
            }
          />
        )}
        {isMailboxLog && exports.includes('mailboxXml') && (
          <Radio
            value="mailboxXml"
            label={
              <>
                XML as Exchange delivers mailbox audit logs
                <span className={styles.about}>
                  One entry per action, under the field names of mailbox auditing. Records that are not about a mailbox are left
                  out, and so is what entries have no field for, such as sessions and message IDs: as evidence, save the CSV, too.
                  The file opens again under Open a file.
                </span>
              </>
            }
          />
        )}
      </RadioGroup>
      {(kind === 'purview' || kind === 'columns') && (
        <Checkbox
          label="Begin with a byte order mark, so that Excel reads accents and other scripts correctly"
          checked={hasBom}
          disabled={isRunning}
          onChange={(_, { checked }) => setBom(checked === true)}
        />
      )}
      <div role="status">{stateWords(exporting.state)}</div>
      {state.status === 'failed' && <Failure {...describeError(state.error)} />}
      {exporting.state.kind === 'failed' && <Failure {...describeError(exporting.state.error)} />}
    </DialogCard>
  );
}

function isKind(value: string): value is ExportFormat['kind'] {
  return value === 'purview' || value === 'columns' || value === 'jsonLines' || value === 'mailboxXml';
}

function stateWords(state: ExportState): string {
  if (state.kind === 'running') return `Writing, ${megabytes(state.bytes)} so far. It goes on while this is closed.`;
  if (state.kind === 'done') return `Saved ${state.fileName}, ${megabytes(state.bytes)}`;
  return '';
}
