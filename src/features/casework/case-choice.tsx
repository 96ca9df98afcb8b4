import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { BriefcaseRegular } from '@fluentui/react-icons/svg/briefcase';
import { type FormEvent, useState } from 'react';
import type { Case } from '~/domain/casework/kept-work';
import { newCase, putCase, type WorkChange } from '~/domain/casework/work-changes';
import { type Casework, useCasework } from '~/records/casework';
import { byName } from './by-name';

const useStyles = makeStyles({
  surface: { width: 'min(360px, 90vw)', maxHeight: '75vh', overflow: 'auto' },
  list: { listStyle: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  form: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalS, '& > :first-child': { flexGrow: 1, minWidth: 0 } },
  input: { minWidth: 0 },
});

export interface CaseChoiceProps {
  readonly casework: Casework;
  /** What is put into cases, for the name of the button: `View “Mail”`. */
  readonly of?: string;
  isIn(entry: Case): boolean;
  add(caseId: string): WorkChange;
  take(caseId: string): WorkChange;
}

/** Puts one thing into cases and takes it out again; a new case is made on the way. */
export function CaseChoice(props: CaseChoiceProps) {
  const { casework, of, isIn, add, take } = props;
  const styles = useStyles();
  const { work } = useCasework(casework);
  const cases = byName(work.cases);
  const count = cases.filter(isIn).length;
  const label = count === 0 ? 'Add to case' : count === 1 ? 'In 1 case' : `In ${count} cases`;
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" icon={<BriefcaseRegular />} aria-label={of === undefined ? undefined : `${label}: ${of}`}>
          {label}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="Cases it is in">
        <ul className={styles.list}>
          {cases.map((entry) => (
            <li key={entry.id}>
              <Checkbox
                label={entry.name}
                checked={isIn(entry)}
                onChange={(_, { checked }) => void casework.change(checked === true ? add(entry.id) : take(entry.id))}
              />
            </li>
          ))}
        </ul>
        <NewCase
          onName={(name) => {
            const entry = newCase(name, Date.now());
            casework.change((before) => add(entry.id)(putCase(entry)(before)));
          }}
        />
      </PopoverSurface>
    </Popover>
  );
}

function NewCase({ onName }: { onName: (name: string) => void }) {
  const styles = useStyles();
  const [name, setName] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name);
    setName('');
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label="New case">
        <Input className={styles.input} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Button type="submit">Add</Button>
    </form>
  );
}
