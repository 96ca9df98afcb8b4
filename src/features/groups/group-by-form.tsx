import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';

const useStyles = makeStyles({ form: { display: 'grid', gap: tokens.spacingVerticalM, width: 'min(280px, 80vw)' } });

export interface GroupByFormProps {
  readonly catalogue: Catalogue;
  /** Those that can be chosen, in their order. */
  readonly fields: readonly FieldRef[];
  readonly by: readonly FieldRef[];
  onBy(by: readonly FieldRef[]): void;
  onDone(): void;
  /** What else can stand in place of the records. */
  readonly children?: ReactNode;
}

/** What is chosen holds at once. */
export function GroupByForm({ catalogue, fields, by: [first, second], onBy, onDone, children }: GroupByFormProps) {
  const styles = useStyles();
  const select = useRef<HTMLSelectElement>(null);
  // The form comes after the popover that would have done it.
  useEffect(() => select.current?.focus(), []);
  const options = (offered: readonly FieldRef[]) =>
    offered.map((each) => (
      <option key={each} value={each}>
        {labelOf(catalogue, each)}
      </option>
    ));
  const listed = (chosen: FieldRef | undefined) =>
    chosen === undefined || fields.includes(chosen) ? fields : [chosen, ...fields];
  return (
    <div className={styles.form}>
      <Field label="Group by">
        <Select
          ref={select}
          value={first ?? ''}
          onChange={(_, { value }) => onBy(isFieldRef(value) ? [value, ...(second && second !== value ? [second] : [])] : [])}
        >
          <option value="">Nothing</option>
          {options(listed(first))}
        </Select>
      </Field>
      <Field label="And by">
        <Select
          disabled={first === undefined}
          value={second ?? ''}
          onChange={(_, { value }) => first && onBy([first, ...(isFieldRef(value) ? [value] : [])])}
        >
          <option value="">Nothing else</option>
          {options(listed(second).filter((each) => each !== first))}
        </Select>
      </Field>
      <Button onClick={onDone}>Done</Button>
      {children}
    </div>
  );
}
