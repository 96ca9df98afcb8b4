import { Checkbox, Input, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { describeAction } from '~/domain/mailbox-auditing/mailbox-actions';
import type { MailboxSearchFix, MailboxSearchIssue } from '~/domain/mailbox-log/check-mailbox-search';
import { activityOfAction, type MailboxSearch, type SearchWay, searchableActions } from '~/domain/mailbox-log/mailbox-search';
import { DateRangeFields } from '~/ui/date-range-fields';
import { FormField } from '~/ui/form-field';
import type { TokenOption } from '~/ui/token-picker/token-filter';
import { LogonTypesField } from './logon-types-field';
import type { MailboxSearchForm } from './mailbox-search-form';
import { TokenField } from './token-field';

const useStyles = makeStyles({
  wide: { gridColumn: '1 / -1', minWidth: 0 },
});

export interface SearchFieldsProps {
  readonly way: SearchWay;
  /** Mailboxes to choose from; any other may be typed. */
  readonly mailboxes: readonly TokenOption[];
  issuesOf(field: keyof MailboxSearch): readonly MailboxSearchIssue[];
  onFix(fix: MailboxSearchFix): void;
}

/** The parameters of both cmdlets, each as far as the chosen way has it. */
export function SearchFields({ way, mailboxes, issuesOf, onFix }: SearchFieldsProps) {
  const styles = useStyles();
  const { control } = useFormContext<MailboxSearchForm>();
  const actions = useMemo(() => searchableActions(way).map(actionOption), [way]);
  const isNow = way === 'now';
  return (
    <>
      <div className={styles.wide}>
        <TokenField
          name="mailboxes"
          label="Mailboxes"
          hint={isNow ? 'One; several only without details.' : 'Empty: all of them.'}
          options={mailboxes}
          acceptsOthers
          issues={issuesOf('mailboxes')}
          onFix={onFix}
        />
      </div>
      <DateRangeFields issuesOf={issuesOf} onFix={onFix} />
      <LogonTypesField issues={issuesOf('logonTypes')} onFix={onFix} />
      <TokenField
        name="operations"
        label="Actions"
        hint={isNow ? 'Empty: all.' : 'Empty: all. Twelve classic ones can be chosen.'}
        options={actions}
        issues={issuesOf('operations')}
        onFix={onFix}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out across the grid in every browser */}
      <div role="group" aria-label="Options" className={styles.wide}>
        {optionsOf(way).map(([name, label]) => (
          <div key={name}>
            <Controller
              control={control}
              name={name}
              render={({ field: { value, onChange, ref } }) => (
                <Checkbox ref={ref} label={label} checked={value} onChange={(_, { checked }) => onChange(checked === true)} />
              )}
            />
          </div>
        ))}
      </div>
      {isNow ? (
        <FormField
          label="Result size"
          hint="At most so many entries, up to 250,000."
          issues={issuesOf('resultSize')}
          onFix={onFix}
        >
          {(fieldProps) => (
            <Controller
              control={control}
              name="resultSize"
              render={({ field: { value, onChange, onBlur, ref } }) => (
                <Input
                  {...fieldProps}
                  ref={ref}
                  type="number"
                  min={1}
                  max={250_000}
                  value={Number.isNaN(value) ? '' : String(value)}
                  onBlur={onBlur}
                  onChange={(event) => onChange(event.target.valueAsNumber)}
                />
              )}
            />
          )}
        </FormField>
      ) : (
        <>
          <FormField label="Name" hint="Empty: the service names it." issues={issuesOf('name')} onFix={onFix}>
            {(fieldProps) => (
              <Controller
                control={control}
                name="name"
                render={({ field }) => <Input {...fieldProps} {...field} type="text" autoComplete="off" />}
              />
            )}
          </FormField>
          <TokenField
            name="recipients"
            label="Recipients"
            hint="Whom the service mails the XML to."
            options={noOptions}
            acceptsOthers
            issues={issuesOf('recipients')}
            onFix={onFix}
          />
        </>
      )}
    </>
  );
}

const noOptions: readonly TokenOption[] = [];

function optionsOf(way: SearchWay) {
  const both = [
    ['showDetails', 'Show details: every entry, not only the last access to each mailbox'],
    ['externalAccess', 'External access: only what administrators of Microsoft’s datacenters did'],
    ['hasAttachments', 'Only messages with attachments'],
    ['groupMailbox', 'Also mailboxes of Microsoft 365 groups'],
  ] as const;
  return way === 'now' ? [...both, ['inactiveMailbox', 'Also inactive mailboxes, kept by a hold'] as const] : both;
}

function actionOption(action: string): TokenOption {
  return { value: action, label: action, detail: activityOfAction(action) || describeAction(action) };
}
