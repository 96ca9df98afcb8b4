import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Group } from '~/domain/view/grouping';
import { formatTime, type TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { counted } from '~/lib/words';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  value: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

export interface PairItemProps {
  /** By user and value. */
  readonly pair: Group;
  /** Of the value. */
  readonly field: FieldRef;
  readonly zone: TimeZone;
  onShow(): void;
}

/** A user with a value that is new or rare for them. */
export function PairItem({ pair, field, zone, onShow }: PairItemProps) {
  const styles = useStyles();
  const [user = '', stored = ''] = pair.key;
  const value = displayText(field, stored);
  const [first, last] = [pair.first, pair.last].map((time) => formatTime(time, zone));
  return (
    <li className={styles.item}>
      <div>
        <div className={styles.value}>
          <VisibleText text={value} />
        </div>
        <div>
          <VisibleText text={user} />
        </div>
        <div className={styles.facts}>
          {counted(pair.count, 'record')}, {first}
          {last !== first && ` to ${last}`}
        </div>
      </div>
      <Button size="small" onClick={onShow} aria-label={`Show records: ${visibleText(value)}, ${visibleText(user)}`}>
        Show records
      </Button>
    </li>
  );
}
