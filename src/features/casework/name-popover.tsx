import {
  Button,
  type ButtonProps,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { CommandButton } from '~/ui/command-button';
import { CompactLabel } from '~/ui/compact-label';

const useStyles = makeStyles({
  surface: { width: 'min(360px, 90vw)' },
  form: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', '& > :first-child': { justifySelf: 'stretch' } },
});

export interface NamePopoverProps extends Pick<ButtonProps, 'icon' | 'appearance' | 'size' | 'aria-label' | 'disabledFocusable'> {
  /** Of the button; its name where it has no other. */
  readonly children?: string;
  readonly field: string;
  readonly hint?: string | undefined;
  /** To begin with. */
  readonly name: string;
  readonly confirmLabel: string;
  onName(name: string): void;
}

/** A button that asks for a name. */
export function NamePopover({ field, hint, name, confirmLabel, onName, ...button }: NamePopoverProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover trapFocus positioning="below-end" open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <PopoverTrigger disableButtonEnhancement>
        <CommandButton {...button} command={button.children}>
          {button.icon && button.children ? <CompactLabel>{button.children}</CompactLabel> : button.children}
        </CommandButton>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={button['aria-label'] ?? button.children}>
        <NameForm
          field={field}
          hint={hint}
          name={name}
          confirmLabel={confirmLabel}
          onName={(typed) => {
            setOpen(false);
            onName(typed);
          }}
        />
      </PopoverSurface>
    </Popover>
  );
}

type NameFormProps = Pick<NamePopoverProps, 'field' | 'hint' | 'name' | 'confirmLabel' | 'onName'>;

function NameForm({ field, hint, name, confirmLabel, onName }: NameFormProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(name);
  const [isRefused, setRefused] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') setRefused(true);
    else onName(typed.trim());
  };
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label={field} hint={hint} {...(isRefused && { validationMessage: 'It needs a name.' })}>
        <Input
          value={typed}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={(_, { value }) => {
            setTyped(value);
            setRefused(false);
          }}
        />
      </Field>
      <Button type="submit" appearance="primary">
        {confirmLabel}
      </Button>
    </form>
  );
}
