import { Field, Input, makeStyles, Switch, ToggleButton, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type AccessChange, type AccessKind, accessKinds } from '~/domain/mailbox-access/access-change';
import type { AccessCriteria, ChosenChanges } from '~/domain/mailbox-access/access-criteria';
import { accessKindNames } from '~/domain/mailbox-access/access-words';
import { formatNumber } from '~/lib/words';
import { useIsFolded } from '~/ui/report-page';
import { useTypedText } from '~/ui/use-typed-text';
import { MailboxPicker } from './mailbox-picker';

const useStyles = makeStyles({
  filters: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, '@media print': { display: 'none' } },
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  field: { flex: '0 1 320px', minWidth: '200px', '@media (max-width: 640px)': { flexBasis: '100%' } },
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0 } },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  // No taller than the buttons beside it.
  switch: { alignItems: 'center' },
  indicator: { marginBlock: 0 },
  switchLabel: { paddingBlock: 0 },
  kind: { minWidth: 'auto', fontVariantNumeric: 'tabular-nums' },
});

export interface ChangeFiltersProps {
  readonly changes: readonly AccessChange[];
  readonly chosen: ChosenChanges;
  readonly criteria: AccessCriteria;
  onCriteria(change: Partial<AccessCriteria>): void;
}

export function ChangeFilters({ changes, chosen, criteria, onCriteria }: ChangeFiltersProps) {
  const styles = useStyles();
  const isFolded = useIsFolded();
  const { mailbox, person, kinds, service } = criteria;
  const { counts, byService } = chosen;
  const known = useMemo(() => mailboxNames(changes), [changes]);
  const { typed, type, tellNow } = useTypedText(person, (next) => onCriteria({ person: next }));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const toggle = (kind: AccessKind) =>
    onCriteria({ kinds: accessKinds.filter((each) => (each === kind) !== kinds.includes(each)) });
  return (
    <search className={styles.filters} aria-label="Narrow down the changes">
      {!isFolded && (
        <div className={styles.fields}>
          <div className={styles.field}>
            <MailboxPicker mailbox={mailbox} known={known} onMailbox={(next) => onCriteria({ mailbox: next })} />
          </div>
          <Field className={styles.field} label="Person" size="small">
            <Input
              className={styles.input}
              type="search"
              placeholder="Who was given access, or gave it"
              value={typed}
              onChange={(_, { value }) => type(value)}
              onKeyDown={({ key }) => key === 'Enter' && tellNow()}
              onBlur={tellNow}
            />
          </Field>
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the way */}
      <div role="group" aria-label="Kinds of changes" className={styles.kinds}>
        <Kind label="All changes" count={all} isChosen={kinds.length === 0} onClick={() => onCriteria({ kinds: [] })} />
        {accessKinds
          .filter((kind) => counts.has(kind) || kinds.includes(kind))
          .map((kind) => (
            <Kind
              key={kind}
              label={accessKindNames[kind]}
              count={counts.get(kind) ?? 0}
              isChosen={kinds.includes(kind)}
              onClick={() => toggle(kind)}
            />
          ))}
        {byService > 0 && (
          <Switch
            className={styles.switch}
            indicator={{ className: styles.indicator }}
            checked={service}
            label={{
              className: styles.switchLabel,
              children: `With the service’s own maintenance: ${formatNumber(byService)} ${service ? 'shown' : 'hidden'}`,
            }}
            onChange={(_, { checked }) => onCriteria({ service: checked })}
          />
        )}
      </div>
    </search>
  );
}

interface KindProps {
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  onClick(): void;
}

function Kind({ label, count, isChosen, onClick }: KindProps) {
  const styles = useStyles();
  return (
    <ToggleButton className={styles.kind} size="small" shape="circular" checked={isChosen} onClick={onClick}>
      {label} {formatNumber(count)}
    </ToggleButton>
  );
}

/** As first spelled, without those that only the service's maintenance is about. */
function mailboxNames(changes: readonly AccessChange[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { mailbox, isByService } of changes) {
    if (mailbox && !isByService && !names.has(mailbox.key)) names.set(mailbox.key, mailbox.name);
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
