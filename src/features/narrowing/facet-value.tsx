import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { ChosenValues, ValueChoice } from '~/domain/view/change-filters';
import { visibleText } from '~/lib/visible-text';
import { formatNumber } from '~/lib/words';

const useStyles = makeStyles({
  line: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    minHeight: '28px',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':hover [data-acts]': { opacity: 1 },
    ':focus-within [data-acts]': { opacity: 1 },
  },
  bar: {
    position: 'absolute',
    insetInlineStart: 0,
    bottom: 0,
    height: '2px',
    backgroundColor: tokens.colorNeutralStroke1,
    forcedColorAdjust: 'none',
  },
  box: {
    flexGrow: 1,
    minWidth: 0,
    // Fluent makes it as wide as its words.
    maxWidth: '100%',
    '& .fui-Checkbox__indicator': { margin: '4px' },
    '& .fui-Checkbox__label': { padding: '2px 0', minWidth: 0, overflow: 'hidden' },
  },
  label: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', unicodeBidi: 'isolate' },
  excluded: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  count: {
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  // Over the end of the value, so that counts stand below each other.
  acts: {
    position: 'absolute',
    insetInlineEnd: 0,
    display: 'flex',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    opacity: 0,
    '@media (hover: none)': { position: 'static', opacity: 1, boxShadow: 'none' },
  },
  act: {
    display: 'grid',
    placeItems: 'center',
    minWidth: '24px',
    height: '24px',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export type ValueState = 'included' | 'excluded' | 'free';

export function stateOf({ included, excluded }: ChosenValues, value: string): ValueState {
  const has = (values: readonly string[]) => values.some((each) => each.toLowerCase() === value.toLowerCase());
  return has(included) ? 'included' : has(excluded) ? 'excluded' : 'free';
}

export interface FacetValueProps {
  readonly field: FieldRef;
  readonly value: string;
  readonly count: number;
  /** Of the records that were counted: 0 to 1. */
  readonly share: number;
  readonly state: ValueState;
  onChoose(choice: ValueChoice): void;
}

export function FacetValue({ field, value, count, share, state, onChoose }: FacetValueProps) {
  const styles = useStyles();
  const text = value === '' ? 'No value' : visibleText(displayText(field, value));
  return (
    <li className={styles.line}>
      <Checkbox
        className={styles.box}
        checked={state === 'included' ? true : state === 'excluded' ? 'mixed' : false}
        onChange={() => onChoose(state === 'free' ? 'include' : 'drop')}
        label={
          <span className={mergeClasses(styles.label, state === 'excluded' && styles.excluded)} title={text}>
            {text}
            {state === 'excluded' && <span hidden> (excluded)</span>}
          </span>
        }
      />
      <span className={styles.count}>{formatNumber(count)}</span>
      <span className={styles.acts} data-acts>
        <button type="button" className={styles.act} aria-label={`Only ${text}`} onClick={() => onChoose('only')}>
          only
        </button>
        <button
          type="button"
          className={styles.act}
          aria-label={`Exclude ${text}`}
          title={`Exclude ${text}`}
          onClick={() => onChoose('exclude')}
        >
          <SubtractCircleRegular fontSize={16} />
        </button>
      </span>
      <span className={styles.bar} style={{ width: `${Math.min(100, share * 100)}%` }} aria-hidden />
    </li>
  );
}
