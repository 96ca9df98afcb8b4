import type { ButtonProps } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { type Ref, useRef } from 'react';
import { CommandButton } from './command-button';

export interface FilePickerProps {
  readonly label: string;
  /** Endings and media types, as an input of files has them. */
  readonly accept: string;
  readonly appearance?: ButtonProps['appearance'];
  /** The button. */
  readonly ref?: Ref<HTMLButtonElement>;
  onFiles(files: File[]): void;
}

/** A button that lets files be chosen, several at once. */
export function FilePicker({ label, accept, appearance, ref, onFiles }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <CommandButton
        ref={ref}
        command={label}
        appearance={appearance}
        icon={<FolderOpenRegular />}
        onClick={() => input.current?.click()}
      >
        {label}
      </CommandButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Otherwise choosing the same file again would not be a change.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
