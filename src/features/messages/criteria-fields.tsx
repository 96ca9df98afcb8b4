import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type MessageCriteria, outcomes } from '~/domain/messages/message-criteria';
import { signInMethodLabel, signInMethods } from '~/domain/messages/sign-in-methods';
import { useIsFolded } from '~/ui/report-page';
import { useTypedText } from '~/ui/use-typed-text';
import { outcomeLabels } from './criteria-words';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    '@media (max-width: 640px)': { gridTemplateColumns: '1fr 1fr' },
    '@media print': { display: 'none' },
  },
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0 } },
  select: { minWidth: 0 },
});

const texts = [
  ['id', 'Message ID'],
  ['sender', 'Sender'],
  ['recipient', 'Recipient'],
  ['subject', 'Subject'],
  ['attachment', 'Attachment'],
] as const;

export interface CriteriaFieldsProps {
  readonly criteria: MessageCriteria;
  onCriteria(change: Partial<MessageCriteria>): void;
  /** Where people are listed, the other criteria say nothing. */
  readonly isRecipientAlone: boolean;
}

/** Narrows the list down as one types. */
export function CriteriaFields({ criteria, onCriteria, isRecipientAlone }: CriteriaFieldsProps) {
  const styles = useStyles();
  if (useIsFolded()) return null;
  if (isRecipientAlone) {
    return (
      <search className={styles.fields} aria-label="Narrow down the recipients">
        <TextCriterion label="Recipient" text={criteria.recipient} onText={(recipient) => onCriteria({ recipient })} />
      </search>
    );
  }
  return (
    <search className={styles.fields} aria-label="Narrow down the messages">
      {texts.map(([key, label]) => (
        <TextCriterion key={key} label={label} text={criteria[key]} onText={(text) => onCriteria({ [key]: text })} />
      ))}
      <Field label="Sign-in method" size="small">
        <Select
          className={styles.select}
          value={criteria.method}
          onChange={(_, { value }) => onCriteria({ method: signInMethods.find((method) => method === value) ?? '' })}
        >
          <option value="">Any</option>
          {signInMethods.map((method) => (
            <option key={method} value={method}>
              {signInMethodLabel(method)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Outcome" size="small">
        <Select
          className={styles.select}
          value={criteria.outcome}
          onChange={(_, { value }) => onCriteria({ outcome: outcomes.find((outcome) => outcome === value) ?? '' })}
        >
          <option value="">Any</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomeLabels[outcome]}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}

function TextCriterion({ label, text, onText }: { label: string; text: string; onText(text: string): void }) {
  const styles = useStyles();
  const { typed, type, tellNow } = useTypedText(text, onText);
  return (
    <Field label={label} size="small">
      <Input
        className={styles.input}
        type="search"
        value={typed}
        onChange={(_, { value }) => type(value)}
        onKeyDown={({ key }) => key === 'Enter' && tellNow()}
        onBlur={tellNow}
      />
    </Field>
  );
}
