import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { formatNumber } from '~/lib/words';

const useStyles = makeStyles({ box: { minWidth: 0, width: '100%', '& input': { minWidth: 0 } } });

const optionsShown = 50;

export interface MailboxPickerProps {
  /** Empty for all. */
  readonly mailbox: string;
  /** Those the records tell of, in the order of the alphabet. */
  readonly known: readonly string[];
  onMailbox(mailbox: string): void;
}

/** One of the mailboxes the records tell of, or any other by its address. */
export function MailboxPicker({ mailbox, known, onMailbox }: MailboxPickerProps) {
  const styles = useStyles();
  // `from` tells a choice made elsewhere.
  const [{ typed, from }, setTyped] = useState({ typed: mailbox, from: mailbox });
  const [isOpen, setOpen] = useState(false);
  if (from !== mailbox) setTyped({ typed: mailbox, from: mailbox });
  const matching = useMemo(() => {
    const text = typed === mailbox ? '' : typed.trim().toLowerCase();
    return known.filter((each) => each.toLowerCase().includes(text));
  }, [known, typed, mailbox]);
  const choose = (next: string) => {
    setTyped({ typed: next, from: mailbox });
    if (next !== mailbox) onMailbox(next);
  };
  // A whole address is meant as it stands, or none at all; a part of one only while one looks for the rest.
  const leave = () => choose(typed.trim() === '' || typed.includes('@') ? typed.trim() : mailbox);
  const text = typed.trim();
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent) => {
    // The list takes Enter for itself where a mailbox begins like this; the first that contains it is meant otherwise.
    if (key === 'Enter' && !currentTarget.hasAttribute('aria-activedescendant')) choose((text && matching[0]) || text);
  };
  const asTyped = text !== '' && text !== mailbox && !matching.includes(text) ? `Use “${text}” as typed` : undefined;
  return (
    <Field label="Mailbox" size="small">
      <Combobox
        className={styles.box}
        freeform
        clearable
        placeholder="All mailboxes"
        value={typed}
        open={isOpen}
        // Enter chooses, and opens nothing.
        onOpenChange={(event, { open }) => setOpen(open && !('key' in event && event.key === 'Enter'))}
        selectedOptions={mailbox === '' ? [] : [mailbox]}
        onInput={({ currentTarget }) => setTyped({ typed: currentTarget.value, from: mailbox })}
        // Typing over a choice would undo it at once, and what was typed with it.
        onOptionSelect={(event, { optionValue }) => event.type !== 'change' && choose(optionValue ?? '')}
        onKeyDown={onKeyDown}
        onBlur={leave}
      >
        {matching.slice(0, optionsShown).map((each) => (
          <Option key={each} value={each}>
            {each}
          </Option>
        ))}
        {matching.length > optionsShown && (
          <Option key="more" value="" text="" disabled>
            {`${formatNumber(matching.length - optionsShown)} more: type a part of the address`}
          </Option>
        )}
        {asTyped && (
          <Option key="typed" value={text} text={asTyped}>
            {asTyped}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
