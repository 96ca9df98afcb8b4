import type { ButtonProps } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useRef } from 'react';
import { CommandButton } from '~/ui/command-button';

export interface FilePickerProps {
  readonly label: string;
  readonly appearance?: ButtonProps['appearance'];
  onFiles(files: File[]): void;
}

export function FilePicker({ label, appearance, onFiles }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <CommandButton command={label} appearance={appearance} icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
        {label}
      </CommandButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        accept=".csv,.txt,.json,.jsonl,.ndjson,.xml,text/csv,application/json,text/xml,application/xml"
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
