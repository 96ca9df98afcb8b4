import { Button, Link, makeStyles, mergeClasses, SearchBox, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list';
import { PinOffRegular } from '@fluentui/react-icons/svg/pin-off';
import { useId } from 'react';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { ChosenValues, ValueChoice } from '~/domain/view/change-filters';
import type { FieldCounts } from '~/domain/view/overview';
import { formatNumber } from '~/lib/words';
import { FacetValue, stateOf } from './facet-value';

const useStyles = makeStyles({
  section: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalXS },
  head: {
    display: 'flex',
    alignItems: 'center',
    ':hover [data-act]': { opacity: 1 },
    ':focus-within [data-act]': { opacity: 1 },
  },
  act: { opacity: 0, '@media (hover: none)': { opacity: 1 } },
  title: { flexGrow: 1, minWidth: 0, margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  toggle: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '28px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  chosen: { color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase200 },
  search: { width: '100%', maxWidth: '100%', marginBlock: tokens.spacingVerticalXXS },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    minHeight: '24px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Fewer values are found by looking. */
const searchedFrom = 9;

export interface FacetSectionProps {
  readonly catalogue: Catalogue;
  readonly field: FieldRef;
  /** `undefined` until they are known. */
  readonly counts: FieldCounts | undefined;
  readonly chosen: ChosenValues;
  readonly isOpen: boolean;
  onOpen(isOpen: boolean): void;
  readonly containing: string;
  onContaining(text: string): void;
  /** More values of it. */
  onMore(): void;
  onChoose(value: string, choice: ValueChoice): void;
  /** Puts the records together by it. */
  onGroup(): void;
  /** Only where it was pinned. */
  readonly onUnpin: (() => void) | undefined;
}

export function FacetSection(props: FacetSectionProps) {
  const { catalogue, field, counts, chosen, isOpen, onOpen, containing, onContaining, onMore, onChoose, onGroup, onUnpin } =
    props;
  const styles = useStyles();
  const id = useId();
  const arrows = useArrowNavigationGroup({ axis: 'grid-linear', memorizeCurrent: true });
  const label = labelOf(catalogue, field);
  const chosenCount = chosen.included.length + chosen.excluded.length;
  const values = counts ? chosenFirst(counts.values, chosen) : [];
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
            <span id={id} className={styles.name} title={label}>
              {label}
            </span>
            {chosenCount > 0 && <span className={styles.chosen}>{formatNumber(chosenCount)} chosen</span>}
          </button>
        </h3>
        <Button
          size="small"
          appearance="subtle"
          icon={<GroupListRegular />}
          className={styles.act}
          data-act
          aria-label={`Group records by ${label}`}
          title={`Group records by ${label}`}
          onClick={onGroup}
        />
        {onUnpin && (
          <Button size="small" appearance="subtle" icon={<PinOffRegular />} aria-label={`Unpin ${label}`} onClick={onUnpin} />
        )}
      </div>
      {isOpen && (
        <>
          {(containing !== '' || (counts && counts.distinct >= searchedFrom)) && (
            <SearchBox
              size="small"
              className={styles.search}
              aria-label={`Search values of ${label}`}
              placeholder="Search values"
              value={containing}
              onChange={(_, { value }) => onContaining(value)}
            />
          )}
          <ul className={styles.list} aria-label={`Values of ${label}`} {...arrows}>
            {values.map(({ value, count }) => (
              <FacetValue
                key={value}
                field={field}
                value={value}
                count={count}
                share={counts && counts.outOf > 0 ? count / counts.outOf : 0}
                state={stateOf(chosen, value)}
                onChoose={(choice) => onChoose(value, choice)}
              />
            ))}
          </ul>
          {counts && (
            <div className={mergeClasses(styles.foot)}>
              <span>{footWords(counts, containing)}</span>
              {counts.distinct > values.length && (
                <Link as="button" onClick={onMore} aria-label={`More values of ${label}`}>
                  More
                </Link>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}

function chosenFirst(values: FieldCounts['values'], chosen: ChosenValues): FieldCounts['values'] {
  const isChosen = ({ value }: { readonly value: string }) => stateOf(chosen, value) !== 'free';
  return [...values.filter(isChosen), ...values.filter((each) => !isChosen(each))];
}

function footWords({ values, distinct }: FieldCounts, containing: string): string {
  if (distinct === 0) return containing === '' ? 'No record has a value' : 'No value contains this';
  return `${formatNumber(Math.min(values.length, distinct))} of ${formatNumber(distinct)} ${distinct === 1 ? 'value' : 'values'}`;
}
