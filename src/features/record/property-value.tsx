import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ValueNode } from '~/domain/record/record-properties';
import { type FilterTarget, filterTarget } from '~/domain/view/filter-target';
import { visibleText } from '~/lib/visible-text';
import { FoundText } from './found-text';
import { type OpenRecord, useOpenRecord } from './record-context';
import { ValueActions } from './value-actions';
import { ValueText } from './value-text';

const useStyles = makeStyles({
  value: {
    position: 'relative',
    minWidth: 0,
    minHeight: '24px',
    ':hover > [role=toolbar]': { opacity: 1, pointerEvents: 'auto' },
    ':focus-within > [role=toolbar]': { opacity: 1, pointerEvents: 'auto' },
  },
  meaning: { marginInlineEnd: tokens.spacingHorizontalXS },
  kind: { color: tokens.colorNeutralForeground3 },
});

export interface PropertyValueProps {
  readonly node: ValueNode;
  /** Where the value comes from when not from a path of AuditData. */
  readonly target?: (() => FilterTarget | undefined) | undefined;
  /** In place of the text, such as old and new values with their differences. */
  readonly children?: ReactNode;
}

/** A value and what can be done with it. */
export function PropertyValue({ node, target, children }: PropertyValueProps) {
  const styles = useStyles();
  const open = useOpenRecord();
  const { path } = node;
  const found = target ?? (path === undefined ? undefined : () => valueTarget(node, path, open));
  return (
    <div className={styles.value}>
      {children ?? (
        <>
          {node.meaning && (
            <span className={styles.meaning}>
              <FoundText text={node.meaning} />
            </span>
          )}
          {node.meaning ? (
            <span className={styles.kind}>
              (<FoundText text={node.text} />)
            </span>
          ) : (
            <ValueText text={node.text} isText={node.isText} label={visibleText(node.label)} />
          )}
        </>
      )}
      <ValueActions label={node.label} text={node.text} target={found} />
    </div>
  );
}

/** `null` is no value, which filters write as an empty text. */
function valueTarget(node: ValueNode, path: string, { record, auditData }: OpenRecord): FilterTarget {
  return filterTarget(path, !node.isText && node.text === 'null' ? '' : node.text, auditData, record.envelope);
}
