import { DialogTrigger } from '@fluentui/react-components';
import { CommandButton, type CommandButtonProps } from './command-button';

/** Opens the dialog it stands in, and gets the focus back when that closes. */
export function DialogButton(props: Omit<CommandButtonProps, 'ref' | 'onClick'>) {
  return (
    <DialogTrigger disableButtonEnhancement>
      {/* Firefox and Safari leave the focus where it was when a button is pressed by mouse: nothing could be given back. */}
      <CommandButton {...props} onClick={(event) => event.currentTarget.focus()} />
    </DialogTrigger>
  );
}
