import { Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { editionNames } from '~/domain/mailbox-auditing/mailbox-actions';
import { isEmptyEdit } from '~/domain/mailbox-auditing/mailbox-changes';
import { changeScript, listScript, organizationScript } from '~/domain/mailbox-auditing/mailbox-script';
import { parseTextList } from '~/lib/text-list';
import { Page } from '~/ui/page';
import { ScriptCard } from '~/ui/script-card';
import { editOf, emptyDraft } from './auditing-draft';
import { AuditingForm } from './auditing-form';
import { EditionSelect } from './mailbox-tools';
import type { MailboxesParams } from './mailboxes-params';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '760px', minWidth: 0 },
  words: { margin: 0, textWrap: 'pretty' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  edition: { alignSelf: 'start' },
});

const nothing: readonly never[] = [];

export interface SettingsByHandProps {
  readonly links?: ReactNode;
  readonly params: Pick<MailboxesParams, 'edition'>;
  onParams(change: Pick<MailboxesParams, 'edition'>): void;
}

/** Where no settings can be read: the PowerShell that lists them, and the one for a change put together here. */
export function SettingsByHand({ links, params: { edition }, onParams }: SettingsByHandProps) {
  const styles = useStyles();
  const [isForAll, setForAll] = useState(false);
  const [typed, setTyped] = useState('');
  const [draft, setDraft] = useState(emptyDraft);
  const addresses = parseTextList(typed);
  const target = isForAll ? { types: ['UserMailbox'] } : { addresses };
  const edit = editOf(draft);
  const missing = isForAll || addresses.length > 0 ? 'a change above' : 'the address of a mailbox';
  return (
    <Page title="Mailbox auditing" about="What is logged when somebody opens, changes or deletes what is in a mailbox.">
      {links}
      <div className={styles.column}>
        <p className={styles.words}>
          This portal is not set up to ask Exchange: it can neither read nor change settings from here. The PowerShell below does
          both.
        </p>
        <div className={styles.edition}>
          <EditionSelect edition={edition} onEdition={(chosen) => onParams({ edition: chosen })} />
        </div>
        <h2 className={styles.title}>See how mailboxes are audited</h2>
        <ScriptCard label="List every mailbox with its auditing" script={listScript(edition)} />
        {edition === 'today' && <ScriptCard label="Turn auditing on for the organisation" script={organizationScript(true)} />}
        <h2 className={styles.title}>Change how mailboxes are audited</h2>
        <Field label="Mailboxes">
          <RadioGroup value={isForAll ? 'all' : 'some'} onChange={(_, { value }) => setForAll(value === 'all')}>
            <Radio value="some" label="These" />
            <Radio value="all" label="All user mailboxes" />
          </RadioGroup>
        </Field>
        {!isForAll && (
          <Field label="Addresses" hint="One or many, as they are pasted: by lines, commas or semicolons.">
            <Textarea value={typed} onChange={(_, { value }) => setTyped(value)} />
          </Field>
        )}
        <AuditingForm key={edition} edition={edition} mailboxes={nothing} draft={draft} onDraft={setDraft} />
        {edit && !isEmptyEdit(edit) && (isForAll || addresses.length > 0) ? (
          <ScriptCard
            label={`PowerShell for this change, ${editionNames[edition]}`}
            script={changeScript([{ target, edit }], edition)}
          />
        ) : (
          <p className={styles.words}>The PowerShell appears here once there is {missing}.</p>
        )}
      </div>
    </Page>
  );
}
