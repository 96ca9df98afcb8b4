import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { Catalogue } from '~/domain/catalogue/catalogue';
import { describeFilter } from '~/domain/view/describe-filter';
import type { Filter } from '~/domain/view/filter';
import type { TimeZone } from '~/lib/time';
import { negated } from './filters';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, listStyle: 'none', margin: 0, padding: 0 },
  pill: {
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    paddingInlineStart: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { maxWidth: '320px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', unicodeBidi: 'isolate' },
});

export interface FilterPillsProps {
  readonly catalogue: Catalogue;
  readonly filters: readonly Filter[];
  onFilters(filters: Filter[]): void;
  readonly zone: TimeZone;
}

export function FilterPills({ catalogue, filters, onFilters, zone }: FilterPillsProps) {
  const styles = useStyles();
  if (filters.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Filters">
      {filters.map((filter) => {
        const words = describeFilter(catalogue, filter, zone);
        const opposite = negated(filter);
        return (
          <li key={JSON.stringify(filter)} className={styles.pill}>
            <span className={styles.words} title={words}>
              {words}
            </span>
            {opposite && (
              <Button
                size="small"
                shape="circular"
                appearance="subtle"
                icon={<SubtractCircleRegular />}
                aria-label={`Turn round: ${words}`}
                title={describeFilter(catalogue, opposite, zone)}
                onClick={() => onFilters(filters.map((each) => (each === filter ? opposite : each)))}
              />
            )}
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
