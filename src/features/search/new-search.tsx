import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Search } from '~/api/audit-searches';
import type { Config } from '~/api/config';
import type { GraphClient } from '~/api/graph-client';
import { describeError } from '~/domain/errors/describe-error';
import { ApiError } from '~/domain/errors/errors';
import type { AuditQuery } from '~/domain/query/audit-query';
import { checkQuery, type QueryFix, type QueryIssue } from '~/domain/query/check-query';
import { describeQuery, nameOfQuery } from '~/domain/query/describe-query';
import { plural } from '~/lib/words';
import { DateRangeFields } from '~/ui/date-range-fields';
import { Failure } from '~/ui/failure';
import type { Notice } from '~/ui/notice-toaster';
import { useTimeZone } from '~/ui/time-zone';
import { findUnchosen } from '~/ui/token-picker/unchosen';
import { useCommand } from '~/ui/use-command';
import { useFormInUrl } from '~/ui/use-form-in-url';
import { CopyAs } from './copy-as';
import { CriteriaFields } from './criteria-fields';
import { SearchBar } from './search-bar';
import { fromAuditQuery, type SearchForm, toAuditQuery } from './search-form';
import { fromSearchParams, type SearchParams, toSearchParams } from './search-params';
import { useStartSearch } from './use-start-search';

const NoticeToaster = lazy(() => import('~/ui/notice-toaster').then(({ NoticeToaster }) => ({ default: NoticeToaster })));

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '880px', minWidth: 0 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    alignItems: 'start',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

export interface NewSearchProps {
  /** What the address says; the form is filled from it. */
  readonly params: SearchParams;
  /** The form changed; the address has to. */
  onParams(params: SearchParams): void;
  readonly graph: GraphClient;
  readonly config: Pick<Config, 'graphUrl' | 'graphVersion' | 'retentionDays'>;
  onStarted(search: Search): void;
}

export function NewSearch({ params, onParams, graph, config, onStarted }: NewSearchProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const form = useForm<SearchForm>({ defaultValues: fromSearchParams(params, Date.now()) });
  const writeUrl = useFormInUrl(form, {
    params,
    onParams,
    toParams: toSearchParams,
    fromParams: (next) => fromSearchParams(next, Date.now()),
  });
  const starting = useStartSearch(graph, onStarted);
  const [refusedFor, setRefusedFor] = useState<AuditQuery>();
  const [unchosen, setUnchosen] = useState('');
  const [isBegun, setBegun] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const element = useRef<HTMLFormElement>(null);

  const values = form.watch();
  const query = toAuditQuery(values);
  const issues = checkQuery(query, { now: Date.now(), retentionDays: config.retentionDays });
  const refusal = refusedFor ? describeRefusal(issues) : '';

  // What is merely not there yet is an error only once somebody pressed Search.
  const issuesOf = (field: QueryIssue['field']) =>
    issues.filter((issue) => issue.field === field && (refusedFor || field === 'query' || query[field] !== ''));

  const submit = () => {
    writeUrl();
    const now = namedQuery(form.getValues());
    const firstError = checkQuery(now, { now: Date.now(), retentionDays: config.retentionDays }).find(isError);
    const waiting = firstError ? undefined : findUnchosen(element.current);
    setRefusedFor(firstError ? now : undefined);
    setUnchosen(waiting?.validationMessage ?? '');
    if (waiting) waiting.focus();
    else if (!firstError) starting.start(now);
    else if (firstError.field !== 'query') form.setFocus(firstError.field);
  };
  const clear = () => {
    const before = form.getValues();
    setRefusedFor(undefined);
    starting.reset();
    form.reset(fromSearchParams({}, Date.now()));
    setNotice({ text: 'Form cleared', intent: 'info', onUndo: () => form.reset(before) });
  };
  const goOn = () => setUnchosen('');
  useCommand({ keys: 'Ctrl+Enter', label: 'Search' }, submit);
  useCommand({ keys: '/', label: 'Type a keyword to search for' }, () => form.setFocus('keyword'));
  useCommand({ label: 'Clear the form' }, clear);

  const applyFix = (fix: QueryFix) => {
    const before = form.getValues();
    const after = fromAuditQuery(fix.apply(toAuditQuery(before)));
    const sameDates = after.start === before.start && after.end === before.end;
    form.reset({ ...after, range: sameDates ? before.range : undefined });
  };

  return (
    <form
      ref={element}
      className={styles.form}
      aria-label="New search"
      noValidate
      onFocus={() => setBegun(true)}
      onBlur={writeUrl}
      onKeyDown={goOn}
      onClick={goOn}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {starting.error && <Failure {...describeFailure(starting.error)} />}
      <div className={styles.fields}>
        <FormProvider {...form}>
          <DateRangeFields issuesOf={issuesOf} onFix={applyFix} />
        </FormProvider>
        <CriteriaFields form={form} values={values} issuesOf={issuesOf} onFix={applyFix} namePlaceholder={nameOfQuery(query)} />
      </div>
      <SearchBar
        sentence={describeQuery(query, zone)}
        issues={issuesOf('query')}
        refusal={unchosen ? `Not sent: ${unchosen}` : refusal}
        isSending={starting.isPending}
        onClear={clear}
        copyAs={
          <CopyAs
            isReady={query.start !== '' && query.end !== ''}
            getQuery={() => namedQuery(form.getValues())}
            service={config}
            onCopied={(what) => setNotice({ text: `Copied ${what}`, intent: 'success' })}
          />
        }
      />
      {(isBegun || notice) && (
        <Suspense>
          <NoticeToaster notice={notice} />
        </Suspense>
      )}
    </form>
  );
}

const isError = ({ severity }: QueryIssue) => severity === 'error';

function namedQuery(form: SearchForm): AuditQuery {
  const query = toAuditQuery(form);
  return { ...query, name: query.name || nameOfQuery(query) };
}

function describeRefusal(issues: readonly QueryIssue[]): string {
  const count = issues.filter(isError).length;
  return count === 0 ? '' : `Not sent: ${plural(count, 'one thing needs', `${count} things need`)} correcting first.`;
}

function describeFailure(error: Error) {
  const words = describeError(error);
  const isLost = error instanceof ApiError && error.isAnswerLost;
  return isLost
    ? { ...words, advice: `${words.advice} It may have been started all the same: look at the list of searches first.` }
    : words;
}
