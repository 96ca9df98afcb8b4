import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { FieldRef } from '~/domain/catalogue/fields';
import { describeError } from '~/domain/errors/describe-error';
import { chosenValues, withChoice } from '~/domain/view/change-filters';
import { facetFields, storedFacets, withOpen, withPinned } from '~/domain/view/facet-choice';
import type { FacetAsked } from '~/domain/view/overview';
import type { Narrowing } from '~/records/narrowing';
import { overviewQuery } from '~/records/overview-query';
import { useOffered } from '~/records/use-offered';
import { Failure } from '~/ui/failure';
import { useStored } from '~/ui/use-stored';
import { FacetSection } from './facet-section';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '260px',
    minHeight: 0,
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    paddingInlineEnd: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 900px)': { position: 'absolute', inset: 0, zIndex: 2, width: 'auto', paddingInlineEnd: 0 },
    '@media print': { display: 'none' },
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** What was asked of a facet beyond its most frequent values. */
interface Further {
  readonly limit: number;
  readonly containing: string;
}

const firstValues = 8;
const further: Further = { limit: firstValues, containing: '' };

export interface FacetsPanelProps extends Narrowing {
  /** Puts the records together by a field. */
  onGroup(field: FieldRef): void;
  /** What there could be besides, below the others. */
  readonly hint: ReactNode;
  onClose(): void;
}

/** The values of fields with their counts, each counted as if its own field were not filtered. */
export function FacetsPanel({ held, shown, filters, onFilters, onGroup, hint, onClose }: FacetsPanelProps) {
  const styles = useStyles();
  const { catalogue } = held.set;
  const [choice, setChoice] = useStored(...storedFacets(catalogue));
  const fields = facetFields(useOffered(held.set), choice);
  const [asked, setAsked] = useState<ReadonlyMap<FieldRef, Further>>(new Map());
  // A letter typed into a facet appears at once; what it finds may come a little later.
  const wanted = useDeferredValue(asked);
  const shownOpen = fields.filter((field) => choice.open.includes(field));
  const facets = shownOpen.map((field): FacetAsked => {
    const { included, excluded } = chosenValues(filters, field);
    return { field, ...(wanted.get(field) ?? further), always: [...included, ...excluded] };
  });
  const { data, error } = useQuery(overviewQuery(held, shown, { facets }));
  return (
    <aside className={styles.panel} aria-label="Filters">
      <div className={styles.head}>
        <h2 className={styles.title}>Filters</h2>
        <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label="Close filters" onClick={onClose} />
      </div>
      {error && !data && <Failure {...describeError(error)} />}
      {fields.map((field) => {
        const at = facets.findIndex((facet) => facet.field === field);
        return (
          <FacetSection
            key={field}
            catalogue={catalogue}
            field={field}
            counts={data?.facets[at]}
            chosen={chosenValues(filters, field)}
            isOpen={at >= 0}
            onOpen={(isOpen) => setChoice(withOpen(choice, field, isOpen))}
            containing={asked.get(field)?.containing ?? ''}
            onContaining={(containing) => setAsked(new Map(asked).set(field, { ...further, containing }))}
            onMore={() => {
              const last = asked.get(field) ?? further;
              setAsked(new Map(asked).set(field, { ...last, limit: last.limit * 4 }));
            }}
            onChoose={(value, choice) => onFilters(withChoice(filters, field, value, choice))}
            onGroup={() => onGroup(field)}
            onUnpin={choice.pinned.includes(field) ? () => setChoice(withPinned(choice, field, false)) : undefined}
          />
        );
      })}
      {hint}
    </aside>
  );
}
