import { makeStyles, tokens } from '@fluentui/react-components';
import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { TableInsertColumnRegular } from '@fluentui/react-icons/svg/table-insert-column';
import type { KeyboardEvent } from 'react';
import type { ValueChoice } from '~/domain/view/change-filters';
import type { FilterTarget } from '~/domain/view/filter-target';
import { visibleText } from '~/lib/visible-text';
import { useCopy } from '~/ui/use-copy';
import { useOpenRecord } from './record-context';

const useStyles = makeStyles({
  actions: {
    position: 'absolute',
    insetInlineEnd: 0,
    top: 0,
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    opacity: 0,
    pointerEvents: 'none',
    '@media (hover: none)': { position: 'static', opacity: 1, pointerEvents: 'auto', boxShadow: 'none' },
    '@media print': { display: 'none' },
  },
  button: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: '16px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  announcement: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export interface ValueActionsProps {
  readonly label: string;
  readonly text: string;
  /** Found when asked for, as most values never are. */
  readonly target: (() => FilterTarget | undefined) | undefined;
}

/** Plain buttons: there are thousands of them in a long record. One is a tab stop, arrow keys reach the others. */
export function ValueActions({ label, text, target }: ValueActionsProps) {
  const styles = useStyles();
  const { onChoose, onColumn } = useOpenRecord();
  const [state, copy] = useCopy();
  const name = visibleText(label.length > 80 ? `${label.slice(0, 80)}…` : label);
  const choose = (choice: ValueChoice) => {
    const found = target?.();
    if (found) onChoose?.(found, choice);
  };
  const outcome = state === 'copied' ? 'Copied' : state === 'refused' ? 'The browser refused to copy' : '';
  const copyName = `Copy ${name}`;
  return (
    <div role="toolbar" aria-label={`Actions for ${name}`} className={styles.actions} onKeyDown={moveAmongActions}>
      <button
        type="button"
        className={styles.button}
        aria-label={copyName}
        title={outcome || copyName}
        onClick={() => void copy(text)}
      >
        {state === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
      </button>
      {target && onChoose && (
        <>
          <ActionButton
            name={`Only records with this value of ${name}`}
            icon={<FilterRegular />}
            onClick={() => choose('only')}
          />
          <ActionButton
            name={`Include records with this value of ${name}`}
            icon={<AddCircleRegular />}
            onClick={() => choose('include')}
          />
          <ActionButton
            name={`Exclude records with this value of ${name}`}
            icon={<SubtractCircleRegular />}
            onClick={() => choose('exclude')}
          />
        </>
      )}
      {target && onColumn && (
        <ActionButton
          name={`Show ${name} as a column`}
          icon={<TableInsertColumnRegular />}
          onClick={() => {
            const found = target();
            if (found) onColumn(found.field);
          }}
        />
      )}
      {outcome && (
        <span role="status" className={styles.announcement}>
          {outcome}
        </span>
      )}
    </div>
  );
}

interface ActionButtonProps {
  readonly name: string;
  readonly icon: React.ReactElement;
  readonly onClick: () => void;
}

function ActionButton({ name, icon, onClick }: ActionButtonProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.button} tabIndex={-1} aria-label={name} title={name} onClick={onClick}>
      {icon}
    </button>
  );
}

function moveAmongActions(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((each) => each.contains(document.activeElement));
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
