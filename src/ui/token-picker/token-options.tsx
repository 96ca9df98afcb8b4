import { mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useEffect, useRef, useState } from 'react';
import type { TokenOption } from './token-filter';
import { useTokenPickerStyles } from './token-picker-styles';

/** So many options are put on the page at a time: all of a thousand would hold up the click that opens the list. */
const slice = 60;

export const optionId = (listId: string, index: number) => `${listId}-${index}`;

export interface TokenOptionsProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly TokenOption[];
  readonly chosen: readonly string[];
  /** Index of the option the keyboard is on, -1 for none. */
  readonly active: number;
  onChoose(option: TokenOption): void;
  /** The option that adds what is typed, in words; it comes last, also of none. */
  readonly asTyped: string | undefined;
  onAddTyped(): void;
}

export function TokenOptions({ id, label, options, chosen, active, onChoose, asTyped, onAddTyped }: TokenOptionsProps) {
  const styles = useTokenPickerStyles();
  const list = useRef<HTMLDivElement>(null);
  const [scrolledTo, setScrolledTo] = useState(slice);
  const limit = Math.max(scrolledTo, active === options.length ? 0 : active + slice / 2);
  const setSize = options.length + (asTyped === undefined ? 0 : 1);

  useEffect(() => {
    void list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      tabIndex={-1}
      className={styles.list}
      // The input keeps the focus; what was typed would be taken as a value otherwise.
      onMouseDown={(event) => event.preventDefault()}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - 200 && limit < options.length) setScrolledTo(limit + slice);
      }}
    >
      {setSize === 0 && <div className={styles.nothing}>Nothing found.</div>}
      {intoGroups(options.slice(0, limit)).map(({ name, first, members }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={`${name} ${first}`} role="group" aria-label={name || label}>
          {name && (
            <div className={styles.groupName} aria-hidden>
              {name}
            </div>
          )}
          {members.map((option, at) => {
            const index = first + at;
            const isChosen = chosen.includes(option.value);
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and points here with aria-activedescendant
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keyboard
              <div
                key={option.value}
                id={optionId(id, index)}
                role="option"
                aria-selected={isChosen}
                aria-posinset={index + 1}
                aria-setsize={setSize}
                className={mergeClasses(styles.option, index === active && styles.activeOption)}
                onClick={() => onChoose(option)}
              >
                <span className={styles.check}>{isChosen && <CheckmarkRegular />}</span>
                <span className={styles.optionText}>
                  {option.label}
                  {option.detail && <span className={styles.detail}>{option.detail}</span>}
                </span>
              </div>
            );
          })}
        </div>
      ))}
      {asTyped !== undefined && (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <div
          id={optionId(id, options.length)}
          role="option"
          aria-selected={false}
          aria-posinset={setSize}
          aria-setsize={setSize}
          className={mergeClasses(styles.option, styles.asTyped, active === options.length && styles.activeOption)}
          onClick={onAddTyped}
        >
          <span className={styles.check}>
            <AddRegular />
          </span>
          <span className={styles.optionText}>{asTyped}</span>
        </div>
      )}
    </div>
  );
}

interface Group {
  readonly name: string;
  readonly first: number;
  readonly members: TokenOption[];
}

function intoGroups(options: readonly TokenOption[]): readonly Group[] {
  const groups: Group[] = [];
  for (const [index, option] of options.entries()) {
    const last = groups.at(-1);
    if (last && last.name === (option.group ?? '')) last.members.push(option);
    else groups.push({ name: option.group ?? '', first: index, members: [option] });
  }
  return groups;
}
