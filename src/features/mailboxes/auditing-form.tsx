import { Field, Input, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type Edition, logonTypes } from '~/domain/mailbox-auditing/mailbox-actions';
import { followsDefaults, type MailboxAuditing, supportsAuditing } from '~/domain/mailbox-auditing/mailbox-auditing';
import { type AuditingEdit, countActions } from '~/domain/mailbox-auditing/mailbox-changes';
import { dayMs } from '~/lib/time';
import { formatNumber, plural } from '~/lib/words';
import { type AuditingDraft, ageProblem, ageWarning } from './auditing-draft';
import { EditMatrix } from './edit-matrix';
import { MatrixLegend } from './matrix-legend';
import { SettingBox } from './setting-box';
import { shared } from './tri-state';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  days: { width: '120px' },
  warning: { overflowWrap: 'anywhere' },
});

export interface AuditingFormProps {
  readonly edition: Edition;
  /** None where nothing is known of them. */
  readonly mailboxes: readonly MailboxAuditing[];
  readonly draft: AuditingDraft;
  onDraft(draft: AuditingDraft): void;
}

/** Everything that can be set of one mailbox or of many; what is not touched stays as each has it. */
export function AuditingForm({ edition, mailboxes, draft, onDraft }: AuditingFormProps) {
  const styles = useStyles();
  const { edit } = draft;
  const counts = useMemo(() => countActions(mailboxes), [mailboxes]);
  const own = useMemo(
    () =>
      logonTypes.filter((logon) => mailboxes.length === 0 || mailboxes.some((each) => !followsDefaults(each, edition, logon))),
    [mailboxes, edition],
  );
  const before = useMemo(
    () => ({
      isEnabled: shared(mailboxes, ({ isEnabled }) => isEnabled),
      isBypassed: shared(mailboxes, ({ isBypassed }) => isBypassed),
      age: ageRange(mailboxes),
      unsupported: mailboxes.filter((mailbox) => !supportsAuditing(mailbox)).length,
    }),
    [mailboxes],
  );
  const onEdit = (change: Partial<AuditingEdit>) => onDraft({ ...draft, edit: { ...edit, ...change } });
  const problem = ageProblem(draft);
  const warning = ageWarning(draft);
  return (
    <div className={styles.form}>
      {before.unsupported > 0 && edition === 'today' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{unsupportedWords(before.unsupported, mailboxes.length)}</MessageBarBody>
        </MessageBar>
      )}
      <section className={styles.section}>
        <h3 className={styles.title}>Actions</h3>
        <MatrixLegend isOfSettings mixed={mixedWords(mailboxes.length)} />
        <EditMatrix edition={edition} counts={counts} outOf={mailboxes.length} own={own} edit={edit} onEdit={onEdit} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.title}>Mailbox</h3>
        <SettingBox
          label="Audit the mailbox (AuditEnabled)"
          hint={
            edition === 'today'
              ? 'Exchange Online ignores it while auditing is on for the organisation.'
              : 'Off, nothing done to the mailbox is logged.'
          }
          before={before.isEnabled}
          wanted={edit.isEnabled}
          onWanted={(isEnabled) => onEdit({ isEnabled })}
        />
        <Field
          label="Age limit in days"
          hint={draft.ageText === undefined ? before.age.hint : ''}
          validationState={problem ? 'error' : warning ? 'warning' : 'none'}
          validationMessage={problem ?? warning}
        >
          <Input
            className={styles.days}
            inputMode="numeric"
            value={draft.ageText ?? before.age.text}
            onChange={(_, { value }) => onDraft({ ...draft, ageText: value === before.age.text ? undefined : value })}
          />
        </Field>
      </section>
      <section className={styles.section}>
        <h3 className={styles.title}>{plural(mailboxes.length, 'Account')}</h3>
        <SettingBox
          label="Bypass auditing"
          hint="For trusted automatic processes only: nothing the account does is logged, in its own mailbox or any other."
          before={before.isBypassed}
          wanted={edit.isBypassed}
          onWanted={(isBypassed) => onEdit({ isBypassed })}
        />
        {edit.isBypassed && (
          <MessageBar intent="warning" layout="multiline" className={styles.warning}>
            <MessageBarBody>
              {plural(mailboxes.length, 'This account leaves', 'These accounts leave')} no trace from then on, whatever mailbox is
              opened, read or deleted from. What is not logged cannot be recovered.
            </MessageBarBody>
          </MessageBar>
        )}
      </section>
    </div>
  );
}

function mixedWords(count: number): string {
  if (count === 1) return '';
  return count === 0 ? 'left as it is' : 'logged in some: each stays as it is';
}

function unsupportedWords(count: number, outOf: number): string {
  const whatever = 'is never audited, whatever is set here: it is not the mailbox of a user, a group, or shared.';
  if (outOf === 1) return `This mailbox ${whatever}`;
  return `${formatNumber(count)} of these ${plural(count, 'is', 'are')} never audited, whatever is set here: only mailboxes of users and groups and shared ones are.`;
}

function ageRange(mailboxes: readonly MailboxAuditing[]): { readonly text: string; readonly hint: string } {
  if (mailboxes.length === 0) return { text: '', hint: 'Left empty, it stays as it is. 90 days unless it was changed.' };
  const days = mailboxes.map(({ ageLimitMs }) => ageLimitMs / dayMs);
  const least = days.reduce((a, b) => Math.min(a, b));
  const most = days.reduce((a, b) => Math.max(a, b));
  if (least === most) return { text: String(least), hint: '90 days unless it was changed.' };
  return { text: '', hint: `From ${least} to ${most} days. Left empty, each stays as it is.` };
}
