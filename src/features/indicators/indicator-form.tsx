import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import type { IndicatorList, IndicatorListState } from '~/records/indicator-list';
import { DropZone } from '~/ui/drop-zone';
import { FilePicker } from '~/ui/file-picker';
import { ReasonList } from '~/ui/reason-list';

const useStyles = makeStyles({
  field: { justifySelf: 'stretch', minWidth: 0 },
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, minHeight: '120px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  about: { margin: 0 },
});

export interface IndicatorFormProps {
  readonly list: IndicatorList;
  readonly state: IndicatorListState;
  readonly isBusy: boolean;
}

/** Where indicators are pasted, or a list of them is opened. */
export function IndicatorForm({ list, state: { typed, asked, refusedFiles }, isBusy }: IndicatorFormProps) {
  const styles = useStyles();
  const open = (files: File[]) => void list.open(files);
  return (
    <DropZone label="Lists to open" onFiles={open}>
      <Field
        className={styles.field}
        label="Indicators"
        hint="IP addresses and ranges, domains, web and mail addresses, hashes or words, one a line or with commas between. evil[.]com is read as evil.com."
      >
        <Textarea
          resize="vertical"
          textarea={{ className: styles.text, spellCheck: false }}
          value={typed}
          onChange={(_, { value }) => list.type(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={typed.trim() === ''} onClick={list.ask}>
          Match
        </Button>
        {isBusy && <Button onClick={list.stop}>Cancel</Button>}
        <FilePicker label="Open a list" accept=".txt,.csv,text/plain,text/csv" onFiles={open} />
        {typed !== '' && (
          <Button appearance="subtle" onClick={() => list.type('')}>
            Clear
          </Button>
        )}
      </div>
      {asked && asked.text !== typed && <p className={styles.about}>The list was changed: what is found is of the one before.</p>}
      {refusedFiles.length > 0 && (
        <div role="alert">
          <ReasonList lines={refusedFiles.map(({ what, reason }) => ({ what, reasons: [reason] }))} />
        </div>
      )}
    </DropZone>
  );
}
