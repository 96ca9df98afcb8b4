import { SearchBox } from '@fluentui/react-components';
import { useRef } from 'react';
import { useCommand } from './use-command';
import { useTypedText } from './use-typed-text';

export interface FilterBoxProps {
  /** Names it, to people and among the keyboard shortcuts. */
  readonly label: string;
  readonly placeholder: string;
  readonly className: string;
  readonly text: string;
  onText(text: string): void;
}

/** Narrows down a list by text: reached with `/`, emptied with Escape. */
export function FilterBox({ label, placeholder, className, text, onText }: FilterBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  const { typed, type, tellNow } = useTypedText(text, onText);
  useCommand({ keys: '/', label }, () => box.current?.focus());
  return (
    <SearchBox
      ref={box}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(_, { value }) => type(value)}
      onBlur={tellNow}
      onKeyDown={(event) => {
        if (event.key === 'Enter') tellNow();
        if (event.key !== 'Escape' || typed === '') return;
        event.preventDefault();
        type('');
      }}
    />
  );
}
