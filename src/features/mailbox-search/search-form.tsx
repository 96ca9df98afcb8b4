import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { commandScript } from '~/domain/exchange/command';
import { checkMailboxSearch, type MailboxSearchFix, type MailboxSearchIssue } from '~/domain/mailbox-log/check-mailbox-search';
import {
  describeMailboxSearch,
  type MailboxSearch,
  nameOfMailboxSearch,
  searchCommand,
} from '~/domain/mailbox-log/mailbox-search';
import { plural } from '~/lib/words';
import { ScriptCard } from '~/ui/script-card';
import { SubmitButton } from '~/ui/submit-button';
import { useTimeZone } from '~/ui/time-zone';
import type { TokenOption } from '~/ui/token-picker/token-filter';
import { findUnchosen } from '~/ui/token-picker/unchosen';
import { useCommand } from '~/ui/use-command';
import { useFormInUrl } from '~/ui/use-form-in-url';
import { fromParams, type MailboxSearchForm, toMailboxSearch, toParams } from './mailbox-search-form';
import type { MailboxSearchParams } from './mailbox-search-params';
import { SearchFields } from './search-fields';
import { WayField } from './way-field';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
  refusal: { color: tokens.colorStatusDangerForeground3 },
});

export interface SearchFormProps {
  /** What the address says; the form is filled from it. */
  readonly params: MailboxSearchParams;
  onParams(params: MailboxSearchParams): void;
  readonly mailboxes: readonly TokenOption[];
  /** Absent where cmdlets cannot be run from here: then the PowerShell is all there is. */
  readonly onSearch: ((search: MailboxSearch) => void) | undefined;
  readonly isSending: boolean;
  /** What became of the search that was started, below the button. */
  readonly outcome: ReactNode;
}

export function SearchForm({ params, onParams, mailboxes, onSearch, isSending, outcome }: SearchFormProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const read = (from: MailboxSearchParams) => fromParams(from, Date.now());
  const form = useForm<MailboxSearchForm>({ defaultValues: read(params) });
  const writeUrl = useFormInUrl(form, { params, onParams, toParams, fromParams: read });
  const [isRefused, setRefused] = useState(false);
  const [unchosen, setUnchosen] = useState('');
  const element = useRef<HTMLFormElement>(null);

  const search = form.watch();
  const issues = checkMailboxSearch(search, Date.now());
  const errors = issues.filter(({ severity }) => severity === 'error');
  // What is merely not there yet is an error only once somebody pressed Search.
  const issuesOf = (field: keyof MailboxSearch) =>
    issues.filter((issue) => issue.field === field && (isRefused || !isMissing(search, issue)));
  const fix = ({ apply }: MailboxSearchFix) => {
    const before = form.getValues();
    form.reset({ ...before, ...apply(before) });
  };
  const submit = () => {
    if (!onSearch) return;
    writeUrl();
    const asked = toMailboxSearch(form.getValues(), Date.now());
    const wrong = checkMailboxSearch(asked, Date.now()).find(({ severity }) => severity === 'error');
    const waiting = wrong ? undefined : findUnchosen(element.current);
    setRefused(wrong !== undefined);
    setUnchosen(waiting?.validationMessage ?? '');
    if (wrong) form.setFocus(wrong.field);
    else if (waiting) waiting.focus();
    else onSearch(asked);
  };
  useCommand({ keys: 'Ctrl+Enter', label: 'Search' }, onSearch && submit);
  const goOn = () => setUnchosen('');
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        className={styles.form}
        aria-label="Mailbox audit search"
        noValidate
        onBlur={writeUrl}
        onKeyDown={goOn}
        onClick={goOn}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles.fields}>
          <WayField />
          <SearchFields way={search.way} mailboxes={mailboxes} issuesOf={issuesOf} onFix={fix} />
        </div>
        <div className={styles.bar}>
          <div className={styles.words}>
            {describeMailboxSearch(search, zone)}
            <div role="alert" className={styles.refusal}>
              {unchosen && `Not sent: ${unchosen}`}
              {isRefused && errors.length > 0 && `Not sent: ${countWords(errors.length)} correcting first.`}
            </div>
          </div>
          {onSearch && <SubmitButton isSending={isSending}>{search.way === 'now' ? 'Search' : 'Start search'}</SubmitButton>}
        </div>
        {outcome}
        {errors.length === 0 ? (
          <ScriptCard label="This search in PowerShell" script={scriptOf(search)} />
        ) : (
          <div>The PowerShell stands here as soon as the form is complete.</div>
        )}
      </form>
    </FormProvider>
  );
}

function isMissing(search: MailboxSearch, { field }: MailboxSearchIssue): boolean {
  const value = search[field];
  return value === '' || (field !== 'logonTypes' && Array.isArray(value) && value.length === 0);
}

function countWords(errors: number): string {
  return plural(errors, 'one thing needs', `${errors} things need`);
}

function scriptOf(search: MailboxSearch): string {
  const about = nameOfMailboxSearch(search);
  return `# Run Connect-ExchangeOnline first.\n\n${commandScript([{ about, command: searchCommand(search) }])}`.trimEnd();
}
