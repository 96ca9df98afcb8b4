import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { negated, turnedAside } from '~/domain/view/change-filters';
import { describeFilter } from '~/domain/view/describe-filter';
import type { Filter } from '~/domain/view/filter';
import type { Narrowing } from '~/records/narrowing';
import { MenuButton } from '~/ui/menu-button';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  pill: {
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  aside: { border: `1px dashed ${tokens.colorNeutralStroke1}`, backgroundColor: 'transparent' },
  words: {
    display: 'block',
    maxWidth: '320px',
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalXXS} 0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    backgroundColor: 'transparent',
    fontWeight: tokens.fontWeightRegular,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
  },
  unused: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
});

export interface FilterPillsProps extends Pick<Narrowing, 'held' | 'filters' | 'onFilters' | 'zone'> {
  onEdit(filter: Filter): void;
  /** Only where there is a box for it. */
  readonly onEditAsText: ((filter: Filter) => void) | undefined;
}

export function FilterPills({ held, filters, onFilters, zone, onEdit, onEditAsText }: FilterPillsProps) {
  const styles = useStyles();
  if (filters.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Filters">
      {filters.map((filter) => {
        const words = describeFilter(held.set.catalogue, filter, zone);
        const isAside = filter.op === 'aside';
        const replaceBy = (next: Filter) => onFilters(filters.map((each) => (each === filter ? next : each)));
        return (
          <li key={JSON.stringify(filter)} className={mergeClasses(styles.pill, isAside && styles.aside)}>
            <MenuButton
              appearance="transparent"
              className={mergeClasses(styles.words, isAside && styles.unused)}
              aria-label={isAside ? `${words}, not in use` : words}
              groups={[
                [
                  { label: 'Edit…', onChoose: () => onEdit(filter) },
                  ...(onEditAsText ? [{ label: 'Edit as text', onChoose: () => onEditAsText(filter) }] : []),
                  {
                    label: 'Turn round',
                    detail: describeFilter(held.set.catalogue, negated(filter), zone),
                    onChoose: () => replaceBy(negated(filter)),
                  },
                  { label: isAside ? 'Use again' : 'Put aside', onChoose: () => replaceBy(turnedAside(filter)) },
                ],
                [{ label: 'Remove', onChoose: () => onFilters(filters.filter((each) => each !== filter)) }],
              ]}
            >
              {words}
            </MenuButton>
            <Button
              size="small"
              shape="circular"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`Remove filter: ${words}`}
              onClick={() => onFilters(filters.filter((each) => each !== filter))}
            />
          </li>
        );
      })}
    </ul>
  );
}
