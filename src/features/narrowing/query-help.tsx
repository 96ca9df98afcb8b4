import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';

const useStyles = makeStyles({
  button: { minWidth: '24px', width: '24px', height: '24px', padding: 0 },
  surface: { width: 'min(440px, 80vw)', maxHeight: '75vh', overflow: 'auto' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  examples: { display: 'grid', gap: tokens.spacingVerticalS, marginBlock: tokens.spacingVerticalM },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  meaning: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  rules: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
});

/** A search text and what it keeps; each can be read as it stands. */
export const queryExamples: readonly (readonly [text: string, meaning: string])[] = [
  ['quarterly report', 'These words anywhere in a record, while you type'],
  ['user:anna -op:Send', 'User contains “anna”, and the activity is not Sent message'],
  ['op:(MailItemsAccessed OR HardDelete)', 'One of these activities'],
  ['ip:10.0.0.0/8', 'An address in this range'],
  ['after:-2h', 'The last two hours; or on:yesterday, before:2026-11-14'],
  ['Item.ParentFolder.Path:"\\Inbox"', 'Exactly this value of a property of AuditData'],
];

/** How to write a search text, in short. */
export function QueryHelp() {
  const styles = useStyles();
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          size="small"
          appearance="transparent"
          icon={<QuestionCircleRegular />}
          aria-label="How to write a search"
        />
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label="How to write a search" tabIndex={-1}>
        <h3 className={styles.title}>Words are searched for. Enter makes filters of the rest.</h3>
        <dl className={styles.examples}>
          {queryExamples.map(([text, meaning]) => (
            <div key={text}>
              <dt className={styles.code}>{text}</dt>
              <dd className={styles.meaning}>{meaning}</dd>
            </div>
          ))}
        </dl>
        <ul className={styles.rules}>
          <li>A word is part of the value. In quotes, or behind =, it is the whole value; a star leaves one end open.</li>
          <li>Filters beside each other must all hold. Write OR between them for any of them, and brackets to group.</li>
          <li>A minus sign leaves out what follows.</li>
          <li>Any property of AuditData is a field. Text with a colon or brackets in it goes in quotes.</li>
        </ul>
      </PopoverSurface>
    </Popover>
  );
}
