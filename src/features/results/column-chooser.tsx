import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { describeError } from '~/domain/errors/describe-error';
import type { RecordSet } from '~/engine/record-set';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { propertiesQuery } from '~/records/record-queries';
import { useOffered } from '~/records/use-offered';
import { useSetState } from '~/records/use-set-state';
import { Failure } from '~/ui/failure';
import type { ColumnLayout } from './column-layout';
import { propertyLines } from './column-lines';
import { ColumnSections } from './column-sections';
import { PresetBar } from './preset-bar';

const useStyles = makeStyles({
  search: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: tokens.spacingHorizontalL,
    paddingBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  box: { width: '100%', maxWidth: '100%' },
  body: { paddingInline: tokens.spacingHorizontalL, paddingBottom: tokens.spacingVerticalL },
});

export interface ColumnChooserProps {
  readonly held: HeldRecordSet;
  readonly layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
  /** What fields there could be besides. */
  renderHint(set: RecordSet): ReactNode;
}

/** All that can be a column: those that are, what else the catalogue lists, and every property of the records. */
export function ColumnChooser({ held, layout, onLayout, renderHint }: ColumnChooserProps) {
  const styles = useStyles();
  const { catalogue } = held.set;
  const [text, setText] = useState('');
  // A letter appears at once; what it finds may come a little later.
  const sought = useDeferredValue(text);
  // More records, more properties.
  useSetState(held.set);
  const offered = useOffered(held.set);
  const hint = useMemo(() => renderHint(held.set), [renderHint, held]);
  const { data, error } = useQuery(propertiesQuery(held));
  const properties = useMemo(() => propertyLines(catalogue, data ?? []), [catalogue, data]);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <div className={styles.search}>
        <SearchBox
          ref={box}
          className={styles.box}
          aria-label="Search columns"
          placeholder="Names and examples"
          value={text}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            // The first one empties the box, the second one closes the list.
            event.preventDefault();
            event.stopPropagation();
            setText('');
          }}
        />
      </div>
      <div className={styles.body}>
        <PresetBar catalogue={catalogue} properties={data} layout={layout} onLayout={onLayout} />
        {error && <Failure {...describeError(error)} />}
        <ColumnSections
          catalogue={catalogue}
          offered={offered}
          layout={layout}
          onLayout={onLayout}
          properties={properties}
          isRead={data !== undefined}
          text={sought}
          hint={hint}
        />
      </div>
    </>
  );
}
