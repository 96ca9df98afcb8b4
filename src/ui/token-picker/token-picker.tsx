import { mergeClasses } from '@fluentui/react-components';
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isTextList, parseTextList, withoutRepeats } from '~/lib/text-list';
import { filterOptions, findOption, isSpellingOf, type TokenOption } from './token-filter';
import { optionId, TokenOptions } from './token-options';
import { useTokenPickerStyles } from './token-picker-styles';
import { TokenTags } from './token-tags';

export interface TokenPickerProps {
  /** Of what these are, in the plural: `Users`. Names the list of options and the chosen values. */
  readonly label: string;
  readonly values: readonly string[];
  onChange(values: string[]): void;
  onBlur?(): void;
  readonly options: readonly TokenOption[];
  /** Takes values that are not among the options. */
  readonly acceptsOthers?: boolean;
  /** What is typed is one value even with commas in it; what is pasted is parted all the same. */
  readonly keepsCommas?: boolean;
  /** The label of a chosen value that is not among the options now. */
  labelOf?(value: string): string;
  readonly placeholder?: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling';
}

/** By how many options the active one changes. */
const moves = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 10],
  ['PageUp', -10],
]);

/**
 * Several values out of a long list, or out of one's own head: type to filter, Enter takes the first match or what the arrows
 * lead to, and the last option adds what is typed as it stands. Leaving the field takes nothing and loses nothing: what is still
 * to be chosen makes the input invalid, for the form to see. Without options, Enter and leaving add what is typed. A whole list
 * can be pasted. Backspace takes the last value back.
 */
export function TokenPicker(props: TokenPickerProps) {
  const { label, values, onChange, onBlur, options, acceptsOthers = false, keepsCommas = false, placeholder, ref } = props;
  const styles = useTokenPickerStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(ref, () => input.current, []);

  const isListShown = isOpen && options.length > 0;
  const found = useMemo(() => (isListShown ? filterOptions(options, text) : []), [isListShown, options, text]);
  const labels = useMemo(() => new Map(options.map((option) => [option.value, option.label])), [options]);
  const labelOf = (value: string) => labels.get(value) ?? props.labelOf?.(value) ?? value;
  const typed = text.trim();
  const offersTyped = acceptsOthers && typed !== '' && !(found[0] && isSpellingOf(found[0], typed));
  const lastIndex = found.length - (offersTyped ? 0 : 1);
  const isActive = isListShown && active >= 0 && active <= lastIndex;
  const unchosen = options.length > 0 ? typed : '';
  useEffect(
    () => input.current?.setCustomValidity(unchosen && `“${unchosen}” is typed in ${label}, not chosen.`),
    [unchosen, label],
  );

  const type = (next: string) => {
    setText(next);
    setActive(next.trim() === '' ? -1 : 0);
  };
  const change = (next: readonly string[], what: string) => {
    onChange(withoutRepeats(next));
    setSaid(what);
  };
  const add = (added: readonly string[]) =>
    added.length > 0 && change([...values, ...added], `Added ${added.map(labelOf).join(', ')}`);
  const remove = (value: string) =>
    change(
      values.filter((each) => each !== value),
      `Removed ${labelOf(value)}`,
    );
  const toggle = (option: TokenOption) => {
    if (values.includes(option.value)) remove(option.value);
    else add([option.value]);
    // The text is kept out of the way, the place in the list is not: several can be chosen one after the other.
    if (text !== '') type('');
  };
  const choose = (option: TokenOption) => {
    add([option.value]);
    type('');
  };

  /** Takes typed or pasted text as values; what a closed list does not know stays to be corrected. */
  const take = (parts: readonly string[]) => {
    const added: string[] = [];
    const unknown: string[] = [];
    for (const part of parts) {
      const known = findOption(options, part)?.value;
      if (known !== undefined) added.push(known);
      else (acceptsOthers ? added : unknown).push(part);
    }
    add(added);
    type(unknown.join(', '));
  };
  const addTyped = () => typed !== '' && take(keepsCommas ? [typed] : parseTextList(text));
  /** What Enter does while the list is open, and whatever it would offer while it is not. */
  const takeActive = () => {
    const matches = isListShown ? found : filterOptions(options, text);
    const option = matches[isListShown ? active : 0];
    if (option && typed !== '') choose(option);
    else if (option && isActive) toggle(option);
    else addTyped();
  };

  const whatEnterTakes = () => {
    const match = filterOptions(options, text)[0];
    if (match) return `Typed, not chosen yet: Enter takes “${match.label}”.`;
    return acceptsOthers ? 'Typed, not added yet: Enter adds it.' : 'Not in the list.';
  };

  const focusTag = (index: number) => {
    const tags = input.current?.parentElement?.querySelectorAll<HTMLButtonElement>('[data-tag]');
    (tags?.[index < 0 ? tags.length + index : index] ?? input.current)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = moves.get(event.key);
    if (event.nativeEvent.isComposing) return;
    if (move !== undefined && options.length > 0 && !(event.altKey && move < 0)) {
      event.preventDefault();
      if (!isOpen) setOpen(true);
      else if (active === 0 && move === -1) setActive(lastIndex);
      else setActive(Math.max(0, Math.min(lastIndex, active + move)));
    } else if (event.key === 'Enter') {
      const isSearch = event.ctrlKey || event.metaKey;
      if (!isSearch) event.preventDefault();
      if (typed !== '' || !isSearch) takeActive();
      // What was typed may bring a hint with it, which the list would cover.
      if (typed !== '' || isSearch) setOpen(false);
    } else if (event.key === 'Escape' || (event.altKey && event.key === 'ArrowUp')) {
      if (!isListShown && text === '') return;
      event.preventDefault();
      event.stopPropagation();
      if (isListShown) setOpen(false);
      else type('');
    } else if (event.key === 'Backspace' && text === '') {
      const last = values.at(-1);
      if (last !== undefined) remove(last);
    } else if (event.key === 'ArrowLeft' && values.length > 0 && input.current?.selectionEnd === 0) {
      event.preventDefault();
      focusTag(-1);
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text');
    if (!isTextList(pasted)) return;
    event.preventDefault();
    take(parseTextList(pasted));
  };

  const leave = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setOpen(false);
    if (options.length === 0 && acceptsOthers) addTyped();
    onBlur?.();
  };

  const isInvalid = props['aria-invalid'] === true || props['aria-invalid'] === 'true';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the input goes to the input, which has the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={styles.root}
      onBlur={leave}
      onClick={(event) => event.target === event.currentTarget.firstChild && input.current?.focus()}
    >
      <div className={mergeClasses(styles.control, isInvalid && styles.invalid)}>
        <TokenTags
          label={label}
          values={values}
          labelOf={labelOf}
          onRemove={remove}
          onLeave={() => input.current?.focus()}
          focusTag={focusTag}
        />
        <input
          ref={input}
          id={props.id}
          className={styles.input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...(options.length > 0 && {
            role: 'combobox',
            'aria-autocomplete': 'list',
            'aria-expanded': isListShown,
            'aria-controls': isListShown ? `${id}-list` : undefined,
            'aria-activedescendant': isActive ? optionId(`${id}-list`, active) : undefined,
          })}
          aria-labelledby={props['aria-labelledby']}
          aria-describedby={[props['aria-describedby'], `${id}-chosen`, `${id}-unchosen`].filter(Boolean).join(' ')}
          aria-invalid={props['aria-invalid']}
          placeholder={values.length === 0 ? placeholder : undefined}
          value={text}
          onChange={(event) => {
            type(event.target.value);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      </div>
      <span id={`${id}-chosen`} hidden>
        {values.length > 0 && `${values.length} chosen: ${values.slice(0, 10).map(labelOf).join(', ')}`}
      </span>
      <span role="status" className={styles.unseen}>
        {said}
      </span>
      {unchosen !== '' && !isListShown && (
        <span id={`${id}-unchosen`} className={styles.unchosen}>
          {whatEnterTakes()}
        </span>
      )}
      {isListShown && (
        <TokenOptions
          key={text}
          id={`${id}-list`}
          label={label}
          options={found}
          chosen={values}
          active={active}
          onChoose={toggle}
          asTyped={offersTyped ? `Add “${typed}” as typed` : undefined}
          onAddTyped={() => {
            addTyped();
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
