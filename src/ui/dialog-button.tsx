import { Button, type ButtonProps, DialogTrigger } from '@fluentui/react-components';

/** Opens the dialog it stands in, and gets the focus back when that closes. */
export function DialogButton(
  props: Pick<ButtonProps, 'icon' | 'size' | 'appearance' | 'className' | 'disabledFocusable' | 'children'>,
) {
  return (
    <DialogTrigger disableButtonEnhancement>
      {/* Firefox and Safari leave the focus where it was when a button is pressed by mouse: nothing could be given back. */}
      <Button {...props} onClick={(event) => event.currentTarget.focus()} />
    </DialogTrigger>
  );
}
