import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import { displayText } from '~/domain/catalogue/display';
import type { Difference } from '~/domain/view/comparison';
import { visibleText } from '~/lib/visible-text';
import { formatNumber, percent } from '~/lib/words';
import { FoundLine } from '~/ui/found-line';

const useStyles = makeStyles({
  field: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  sides: {
    display: 'grid',
    gridTemplateColumns: '50px minmax(40px, 1fr) 110px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  track: { height: '8px', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground4 },
  bar: { height: '100%', minWidth: '1px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
  here: { backgroundColor: tokens.colorBrandBackground },
  there: { backgroundColor: tokens.colorNeutralForeground3 },
  number: { textAlign: 'end' },
});

export interface DifferenceItemProps {
  readonly catalogue: Catalogue;
  readonly difference: Difference;
  onShow(): void;
}

export function DifferenceItem({ catalogue, difference, onShow }: DifferenceItemProps) {
  const styles = useStyles();
  const { field, value, here, there, shareHere, shareThere } = difference;
  const text = visibleText(displayText(field, value));
  const sides = [
    { name: 'Shown', count: here, share: shareHere, look: styles.here },
    { name: 'Others', count: there, share: shareThere, look: styles.there },
  ];
  return (
    <FoundLine
      label={`Show records: ${labelOf(catalogue, field)} ${text}`}
      onShow={onShow}
      below={
        <div className={styles.sides}>
          {sides.map(({ name, count, share, look }) => (
            <Fragment key={name}>
              <span>{name}</span>
              <div className={styles.track} aria-hidden>
                <div className={mergeClasses(styles.bar, look)} style={{ width: `${share * 100}%` }} />
              </div>
              <span className={styles.number}>{count === 0 ? 'none' : `${percent(share, 1)} · ${formatNumber(count)}`}</span>
            </Fragment>
          ))}
        </div>
      }
    >
      <div className={styles.field}>{labelOf(catalogue, field)}</div>
      <div className={styles.value}>{text}</div>
    </FoundLine>
  );
}
