import { Button, Checkbox, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { type KeyboardEvent, useId, useRef } from 'react';
import type { ColumnLine } from './column-lines';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', minHeight: '28px' },
  nested: { paddingInlineStart: tokens.spacingHorizontalXXL },
  fold: { width: '24px', minWidth: '24px', flexShrink: 0 },
  box: {
    flexShrink: 0,
    maxWidth: '60%',
    '& .fui-Checkbox__indicator': { margin: '4px' },
    '& .fui-Checkbox__label': { padding: '2px 0', minWidth: 0, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  },
  about: {
    flexGrow: 1,
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalS,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'isolate',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

export interface ColumnLineItemProps {
  readonly line: ColumnLine;
  readonly isShown: boolean;
  /** A grid without columns could not be told from a broken one. */
  readonly isLast: boolean;
  onShown(isShown: boolean): void;
  /** `undefined` for what cannot be a facet. */
  readonly isFacet: boolean | undefined;
  onFacet(isFacet: boolean): void;
  /** Only for columns; each is missing at its end. */
  readonly move?: { readonly up: (() => void) | undefined; readonly down: (() => void) | undefined };
  /** Whether it leaves the list when it is ticked or no longer ticked: the focus goes to its neighbour. */
  readonly leaves?: boolean;
  /** Where something stands inside of it. */
  readonly fold?: { readonly isOpen: boolean; onOpen(isOpen: boolean): void } | undefined;
  readonly isNested?: boolean;
}

export function ColumnLineItem(props: ColumnLineItemProps) {
  const { line, isShown, isLast, onShown, isFacet, onFacet, move, leaves = false, fold, isNested = false } = props;
  const { label, about } = line;
  const styles = useStyles();
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.altKey
      ? event.key === 'ArrowUp'
        ? move?.up
        : event.key === 'ArrowDown'
          ? move?.down
          : undefined
      : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  };
  const onChange = (isChecked: boolean) => {
    const neighbour = item.current?.nextElementSibling ?? item.current?.previousElementSibling;
    if (leaves) neighbour?.querySelector('input')?.focus();
    onShown(isChecked);
  };
  return (
    <li ref={item} className={mergeClasses(styles.line, isNested && styles.nested)}>
      {fold && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.fold}
          icon={fold.isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-label={`What is in ${label}`}
          aria-expanded={fold.isOpen}
          onClick={() => fold.onOpen(!fold.isOpen)}
        />
      )}
      <Checkbox
        className={styles.box}
        label={label}
        checked={isShown}
        disabled={isLast}
        aria-describedby={id}
        aria-keyshortcuts={move && 'Alt+ArrowUp Alt+ArrowDown'}
        onKeyDown={onKeyDown}
        onChange={(_, { checked }) => onChange(checked === true)}
      />
      <span id={id} className={styles.about} title={about}>
        {about}
      </span>
      {isFacet !== undefined && (
        <ToggleButton
          size="small"
          appearance="subtle"
          icon={<PinRegular />}
          checked={isFacet}
          title="Facet of the filters panel"
          aria-label={`Facet: ${label}`}
          onClick={() => onFacet(!isFacet)}
        />
      )}
      {move && (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUpRegular />}
            title="Move up (Alt+Up)"
            aria-label={`Move ${label} up`}
            disabledFocusable={!move.up}
            onClick={move.up}
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownRegular />}
            title="Move down (Alt+Down)"
            aria-label={`Move ${label} down`}
            disabledFocusable={!move.down}
            onClick={move.down}
          />
        </>
      )}
    </li>
  );
}
