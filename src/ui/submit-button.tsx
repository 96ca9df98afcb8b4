import { Button } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';

export interface SubmitButtonProps {
  readonly isSending: boolean;
  readonly children?: string;
}

/** Sends the form it stands in. */
export function SubmitButton({ isSending, children = 'Search' }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      appearance="primary"
      icon={<SearchRegular />}
      disabledFocusable={isSending}
      title="Ctrl+Enter"
      // A field that is left may have something to say, which would move the button away from under the pointer: it is left only
      // once the button is pressed, and before the form is sent.
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ currentTarget }) => currentTarget.focus()}
    >
      {isSending ? 'Starting…' : children}
    </Button>
  );
}
