import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { type PropertyRow, propertyRows, propertySlices } from '~/domain/record/property-rows';
import { placeWords } from '~/domain/record/record-place';
import { matchingProperties, recordProperties } from '~/domain/record/record-properties';
import { envelopeRows } from './envelope-rows';
import { PropertySlice } from './property-slice';
import { useOpenRecord } from './record-context';
import { SlicedList } from './sliced-list';

const useStyles = makeStyles({
  box: { width: '100%', maxWidth: 'none', marginBottom: tokens.spacingVerticalS, '@media print': { display: 'none' } },
  heading: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  nothing: { color: tokens.colorNeutralForeground2 },
});

/** Every property of the record, and what was said around it. */
export function RecordProperties() {
  const styles = useStyles();
  const { record, auditData, isPrinting } = useOpenRecord();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(isPrinting ? '' : text);
  const properties = useMemo(() => recordProperties(auditData), [auditData]);
  const slices = useMemo(() => propertySlices(propertyRows(matchingProperties(properties, wanted))), [properties, wanted]);
  const around = useMemo(() => envelopeRows(record.envelope, auditData, wanted), [record.envelope, auditData, wanted]);
  const found = slices.length > 0 || around.length > 0;
  const clear = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || text === '') return;
    // Escape closes the pane once there is nothing left to clear.
    event.preventDefault();
    setText('');
  };
  return (
    <>
      <SearchBox
        className={styles.box}
        size="small"
        aria-label="Filter properties by name or value"
        placeholder="Filter properties by name or value"
        value={text}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={clear}
      />
      {!found && (
        <p className={styles.nothing}>
          {wanted === '' ? 'This record has no properties.' : 'No property has this in its name or value.'}
        </p>
      )}
      {slices.length > 0 && (
        <Section title="AuditData" slices={slices} resetKey={`${record.recordId} ${wanted}`} isWhole={isPrinting} />
      )}
      {around.length > 0 && (
        <Section
          title={`Around the record, from ${placeWords(record.origin)}`}
          slices={[around]}
          resetKey={record.recordId}
          isWhole={isPrinting}
        />
      )}
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly slices: readonly (readonly PropertyRow[])[];
  readonly resetKey: string;
  readonly isWhole: boolean;
}

function Section({ title, slices, resetKey, isWhole }: SectionProps) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <SlicedList key={resetKey} count={slices.length} isWhole={isWhole} what="properties">
        {(position) => <PropertySlice rows={slices[position] ?? []} />}
      </SlicedList>
    </section>
  );
}
