import { Checkbox, Field, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { answers } from '~/domain/messages/meets-criteria';
import { type MessageCriteria, type Question, questions } from '~/domain/messages/message-criteria';
import { signInMethodLabel, signInMethods } from '~/domain/messages/sign-in-methods';
import type { TrackedMessage } from '~/domain/messages/tracked-message';
import { zoneIdentifier } from '~/lib/time';
import { formatNumber } from '~/lib/words';
import { useTimeZone } from '~/ui/time-zone';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, '@media print': { display: 'none' } },
  button: { minWidth: 'auto', fontVariantNumeric: 'tabular-nums' },
  details: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  words: { color: tokens.colorNeutralForeground2 },
  // Label and clock as wide as they are: thirds of a narrow line would lay one over the other.
  hour: { gridTemplateColumns: 'auto auto', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  clock: { width: '130px' },
});

const words: Record<Question, string> = {
  failedSignIns: 'Failed sign-ins by recipient',
  outsideHours: 'Opened outside business hours',
  otherMethods: 'Opened with a sign-in method not allowed',
  forwarded: 'Replied or forwarded',
};

export interface QuestionBarProps {
  readonly criteria: MessageCriteria;
  onCriteria(change: Partial<MessageCriteria>): void;
  readonly messages: readonly TrackedMessage[];
  readonly allowed: readonly string[];
  /** Where `allowed` comes from, in words. */
  readonly allowedBy: string;
}

/** The questions that are asked again and again, each with its number of answers. */
export function QuestionBar(props: QuestionBarProps) {
  const { criteria, onCriteria, messages, allowed } = props;
  const styles = useStyles();
  const countOf = (question: Question) =>
    question === 'failedSignIns'
      ? new Set(messages.flatMap(({ failedSignInsOf }) => failedSignInsOf)).size
      : messages.filter((message) => answers(message, question, allowed)).length;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the way */}
      <div role="group" aria-label="Questions" className={styles.bar}>
        {(['', ...questions] as const).map((question) => (
          <ToggleButton
            key={question}
            className={styles.button}
            size="small"
            shape="circular"
            checked={criteria.question === question}
            onClick={() => onCriteria({ question })}
          >
            {question === '' ? 'All messages' : words[question]}{' '}
            {formatNumber(question === '' ? messages.length : countOf(question))}
          </ToggleButton>
        ))}
      </div>
      {criteria.question === 'outsideHours' && <HoursFields {...props} />}
      {criteria.question === 'otherMethods' && <AllowedMethods {...props} />}
    </>
  );
}

function HoursFields({ criteria, onCriteria }: QuestionBarProps) {
  const styles = useStyles();
  const [zone] = useTimeZone();
  const { from, to } = criteria;
  return (
    <div className={styles.details}>
      <Field className={styles.hour} label="Business hours from" size="small" orientation="horizontal">
        <Input
          className={styles.clock}
          type="time"
          required
          value={from}
          onChange={(_, { value }) => value && onCriteria({ from: value })}
        />
      </Field>
      <Field
        className={styles.hour}
        label="to"
        size="small"
        orientation="horizontal"
        validationMessage={from < to ? undefined : 'Ends before it begins: every hour is outside.'}
      >
        <Input
          className={styles.clock}
          type="time"
          required
          value={to}
          onChange={(_, { value }) => value && onCriteria({ to: value })}
        />
      </Field>
      <span className={styles.words}>Monday to Friday, {zoneIdentifier(zone)}. All of Saturday and Sunday is outside.</span>
    </div>
  );
}

function AllowedMethods({ onCriteria, allowed, allowedBy }: QuestionBarProps) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in the way
    <div className={styles.details} role="group" aria-label="Allowed sign-in methods">
      <span className={styles.words}>Allowed</span>
      {signInMethods.map((method) => (
        <Checkbox
          key={method}
          label={signInMethodLabel(method)}
          checked={allowed.includes(method)}
          onChange={(_, { checked }) =>
            onCriteria({ allowed: signInMethods.filter((each) => (each === method ? checked : allowed.includes(each))) })
          }
        />
      ))}
      <span className={styles.words}>{allowedBy}</span>
    </div>
  );
}
