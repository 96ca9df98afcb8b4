import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Catalogue, type FieldKind, fieldOf, labelOf } from '~/domain/catalogue/catalogue';
import { type FieldRef, isFieldRef } from '~/domain/catalogue/fields';
import type { Filter } from '~/domain/view/filter';
import { instantExamples } from '~/lib/read-instant';
import { type TimeZone, zoneIdentifier } from '~/lib/time';
import { filterFrom, type Question, questionsOf, questionWords, type Typed, typedFor } from './filter-questions';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, width: 'min(320px, 80vw)' },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalM },
  input: { minWidth: 0, width: '100%' },
  words: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface FilterFormProps {
  readonly catalogue: Catalogue;
  /** Those that can be asked about. */
  readonly fields: readonly FieldRef[];
  readonly field: FieldRef;
  /** What the form begins with. */
  readonly edited: Filter | undefined;
  onField(field: FieldRef): void;
  readonly zone: TimeZone;
  onFilter(filter: Filter): void;
}

/** One question about one field; which ones there are depends on its kind. */
export function FilterForm({ catalogue, fields, field, edited, onField, zone, onFilter }: FilterFormProps) {
  const styles = useStyles();
  const { kind } = fieldOf(catalogue, field);
  const questions = questionsOf(kind);
  const [before] = useState(() => edited && typedFor(edited));
  const [op, setOp] = useState<Question>(before?.op ?? questions[0]);
  const [typed, setTyped] = useState<Typed>(() => before?.typed ?? begin(questions[0], kind));
  const [refusal, setRefusal] = useState('');
  const first = useRef<HTMLSelectElement>(null);
  // The form comes after the popover that would have done it.
  useEffect(() => first.current?.focus(), []);
  const ask = (next: Question, of = kind) => {
    setOp(next);
    setTyped(begin(next, of));
    setRefusal('');
  };
  const choose = (next: FieldRef) => {
    const { kind } = fieldOf(catalogue, next);
    ask(questionsOf(kind)[0], kind);
    onField(next);
  };
  const type = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change });
    setRefusal('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const made = filterFrom(field, op, typed, { zone, now: Date.now() });
    if (typeof made === 'string') setRefusal(made);
    else onFilter(made);
  };
  const pair = pairs[op];
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label="Column">
        <Select ref={first} value={field} onChange={(_, { value }) => isFieldRef(value) && choose(value)}>
          {fields.map((each) => (
            <option key={each} value={each}>
              {labelOf(catalogue, each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Question">
        <Select value={op} onChange={(_, { value }) => ask(questions.find((each) => each === value) ?? op)}>
          {questions.map((each) => (
            <option key={each} value={each}>
              {questionWords[each]}
            </option>
          ))}
        </Select>
      </Field>
      {pair && (
        <div className={styles.pair}>
          <Field label={pair.first} validationMessage={refusal || undefined}>
            <Input
              className={styles.input}
              type={pair.type}
              inputMode={pair.inputMode}
              value={typed.first}
              onChange={(_, { value }) => type({ first: value })}
            />
          </Field>
          <Field label={pair.last}>
            <Input
              className={styles.input}
              type={pair.type}
              inputMode={pair.inputMode}
              value={typed.last}
              onChange={(_, { value }) => type({ last: value })}
            />
          </Field>
        </div>
      )}
      {!pair && op !== 'exists' && op !== 'missing' && (
        <Field
          label="Value"
          validationMessage={refusal || undefined}
          hint={op === 'inRange' ? 'Such as 203.0.113.0/24, or 10.0.0.5-10.0.0.9' : undefined}
        >
          {kind === 'boolean' ? (
            <Select value={typed.first} onChange={(_, { value }) => type({ first: value })}>
              <option>true</option>
              <option>false</option>
            </Select>
          ) : (
            <Input value={typed.first} onChange={(_, { value }) => type({ first: value })} />
          )}
        </Field>
      )}
      {op === 'between' && (
        <p className={styles.words}>
          In {zoneIdentifier(zone)}: {instantExamples}. One of the two is enough.
        </p>
      )}
      {op === 'outsideHours' && (
        <p className={styles.words}>Monday to Friday, {zoneIdentifier(zone)}. All of Saturday and Sunday is outside.</p>
      )}
      <Button type="submit" appearance="primary">
        {edited ? 'Apply' : 'Add'}
      </Button>
    </form>
  );
}

interface Pair {
  readonly first: string;
  readonly last: string;
  readonly type: 'text' | 'time';
  readonly inputMode: 'text' | 'decimal';
}

const pairs: Partial<Record<Question, Pair>> = {
  number: { first: 'At least', last: 'At most', type: 'text', inputMode: 'decimal' },
  between: { first: 'From', last: 'To', type: 'text', inputMode: 'text' },
  outsideHours: { first: 'Hours from', last: 'to', type: 'time', inputMode: 'text' },
};

function begin(op: Question, kind: FieldKind): Typed {
  if (op === 'outsideHours') return { first: '08:00', last: '18:00' };
  return { first: kind === 'boolean' ? 'true' : '', last: '' };
}
