import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TableNode, ValueNode } from '~/domain/record/record-properties';
import { type DiffPart, textDiff } from '~/lib/text-diff';
import { visibleText } from '~/lib/visible-text';
import { FoundText } from './found-text';
import { PropertyValue } from './property-value';
import { readableJson } from './value-text';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', marginBottom: tokens.spacingVerticalS },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground2 },
  diff: { whiteSpace: 'pre-wrap' },
  removed: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorNeutralForeground1,
    textDecoration: 'line-through',
  },
  added: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorNeutralForeground1,
    textDecoration: 'underline',
  },
});

/** Longer values are folded like any other: nobody reads them side by side. */
const longestDiff = 4_000;

export function PropertyTable({ node }: { readonly node: TableNode }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={visibleText(node.label)}>
      <thead>
        <tr>
          {node.columns.map((column) => (
            <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
              <FoundText text={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.map((row, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries of a record never move, and their names can repeat
          <tr key={position}>
            {node.shape === 'changes' ? <Change row={row} /> : <Cells row={row} hasName={node.shape === 'pairs'} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row, hasName }: { readonly row: readonly ValueNode[]; readonly hasName: boolean }) {
  const styles = useStyles();
  return row.map((node, column) =>
    hasName && column === 0 ? (
      <NameCell key="name" node={node} />
    ) : (
      <td key={node.label} className={styles.cell}>
        <PropertyValue node={node} />
      </td>
    ),
  );
}

function NameCell({ node }: { readonly node: ValueNode | undefined }) {
  const styles = useStyles();
  return (
    <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
      <FoundText text={node?.text ?? ''} />
    </th>
  );
}

function Change({ row }: { readonly row: readonly ValueNode[] }) {
  const styles = useStyles();
  const [name, before, after] = row;
  if (!before || !after) return null;
  const old = readableJson(before.text) ?? before.text;
  const next = readableJson(after.text) ?? after.text;
  const isComparable = old !== '' && next !== '' && old !== next && old.length + next.length < longestDiff;
  const diff = isComparable ? textDiff(old, next) : undefined;
  return (
    <>
      <NameCell node={name} />
      <td className={styles.cell}>
        <PropertyValue node={before}>{diff && <Marked parts={diff.before} as="del" />}</PropertyValue>
      </td>
      <td className={styles.cell}>
        <PropertyValue node={after}>{diff && <Marked parts={diff.after} as="ins" />}</PropertyValue>
      </td>
    </>
  );
}

function Marked({ parts, as: Mark }: { readonly parts: readonly DiffPart[]; readonly as: 'del' | 'ins' }) {
  const styles = useStyles();
  return (
    <span className={styles.diff}>
      {parts.map(({ text, changed }, position) => {
        const className = changed ? (Mark === 'del' ? styles.removed : styles.added) : undefined;
        const Part = changed ? Mark : 'span';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text are nothing but their positions
          <Part key={position} className={className}>
            <FoundText text={text} />
          </Part>
        );
      })}
    </span>
  );
}
