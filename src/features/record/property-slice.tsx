import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { PropertyRow } from '~/domain/record/property-rows';
import { visibleText } from '~/lib/visible-text';
import { formatNumber } from '~/lib/words';
import { FoundText } from './found-text';
import { PropertyTable } from './property-table';
import { PropertyValue } from './property-value';

const useStyles = makeStyles({
  list: { margin: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, 34%) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
  term: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  value: { margin: 0, minWidth: 0 },
  heading: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    breakAfter: 'avoid',
  },
  size: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  level0: {},
  level1: { marginInlineStart: tokens.spacingHorizontalM },
  level2: { marginInlineStart: '24px' },
  level3: { marginInlineStart: '36px' },
});

type ValueRow = Extract<PropertyRow, { readonly kind: 'value' }>;

/** Some rows of all, drawn once: a long record is drawn slice by slice. */
export const PropertySlice = memo(function PropertySlice({ rows }: { readonly rows: readonly PropertyRow[] }) {
  const styles = useStyles();
  const indent = (level: number) => [styles.level0, styles.level1, styles.level2][level] ?? styles.level3;
  return runs(rows).map((run) => {
    const [first] = run;
    if (!first) return null;
    if (first.kind === 'value')
      return <ValueList key={first.key} rows={run.filter((row) => row.kind === 'value')} className={indent(first.level)} />;
    return (
      <div key={first.key} className={indent(first.level)}>
        {first.kind === 'table' ? (
          <PropertyTable node={first.node} />
        ) : (
          <Heading row={first} className={styles.heading} sizeClassName={styles.size} />
        )}
      </div>
    );
  });
});

interface HeadingProps {
  readonly row: Extract<PropertyRow, { readonly kind: 'heading' }>;
  readonly className: string;
  readonly sizeClassName: string;
}

function Heading({ row, className, sizeClassName }: HeadingProps) {
  const Level = (['h4', 'h5'] as const)[row.level] ?? 'h6';
  return (
    <Level className={className}>
      <FoundText text={row.label} /> <span className={sizeClassName}>({formatNumber(row.size)})</span>
    </Level>
  );
}

function ValueList({ rows, className }: { readonly rows: readonly ValueRow[]; readonly className: string | undefined }) {
  const styles = useStyles();
  return (
    <div className={className}>
      <dl className={styles.list}>
        {rows.map(({ key, node, target }) => (
          <div key={key} className={styles.row}>
            <dt className={styles.term} title={node.help ?? (node.path && visibleText(node.path))}>
              <FoundText text={node.label} />
            </dt>
            <dd className={styles.value}>
              <PropertyValue node={node} target={target} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Neighbouring values of one level make one list. */
function runs(rows: readonly PropertyRow[]): readonly (readonly PropertyRow[])[] {
  const all: PropertyRow[][] = [];
  for (const row of rows) {
    const last = all.at(-1);
    const before = last?.at(-1);
    if (last && row.kind === 'value' && before?.kind === 'value' && before.level === row.level) last.push(row);
    else all.push([row]);
  }
  return all;
}
