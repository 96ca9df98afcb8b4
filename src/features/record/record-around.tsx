import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Filter } from '~/domain/view/filter';
import { filtersAround, type Pivot, pivotsOf, type Surrounding, surroundings } from '~/domain/view/surroundings';
import type { EpochMs } from '~/lib/time';
import { MenuButton } from '~/ui/menu-button';
import { useOpenRecord } from './record-context';

const useStyles = makeStyles({
  more: { minWidth: 0, minHeight: '24px', padding: `0 ${tokens.spacingHorizontalS}`, fontSize: tokens.fontSizeBase200 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
});

export interface RecordAroundProps {
  readonly time: EpochMs;
  /** Looks at these records in place of what was looked at. */
  onAround(filters: Filter[]): void;
  /** What else leads away from the record. */
  readonly children?: ReactNode;
}

/** What happened around the record: by what it has in common with others, and how long before and after. */
export function RecordAround({ time, onAround, children }: RecordAroundProps) {
  const styles = useStyles();
  const { auditData, record } = useOpenRecord();
  const [first, ...others] = pivotsOf(auditData, record.envelope);
  const entry = (around: Surrounding, same: Pivot | undefined) => ({
    label: aroundWords(around, same),
    onChoose: () => onAround(filtersAround(time, around, same)),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className={styles.line} role="group" aria-label="Around this record">
      <span>{first ? `Same ${first.name} within` : 'Everything within'}</span>
      {surroundings.map((around) => (
        <Button
          key={around.name}
          size="small"
          aria-label={aroundWords(around, first)}
          onClick={() => onAround(filtersAround(time, around, first))}
        >
          {around.name}
        </Button>
      ))}
      <MenuButton
        appearance="subtle"
        className={styles.more}
        groups={[
          ...others.map((same) => surroundings.map((around) => entry(around, same))),
          ...(first ? [surroundings.map((around) => entry(around, undefined))] : []),
        ]}
      >
        More
      </MenuButton>
      {children}
    </div>
  );
}

function aroundWords({ kind, name }: Surrounding, same: Pivot | undefined): string {
  const what = same ? `Same ${same.name}` : 'Everything';
  return kind === 'day' ? `${what}, same day (UTC)` : `${what} within ${name}`;
}
