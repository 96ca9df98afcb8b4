import { makeStyles, tokens } from '@fluentui/react-components';
import { displayText } from '~/domain/catalogue/display';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { Group } from '~/domain/view/grouping';
import { formatTime, type TimeZone } from '~/lib/time';
import { visibleText } from '~/lib/visible-text';
import { counted } from '~/lib/words';
import { FoundLine } from '~/ui/found-line';
import { VisibleText } from '~/ui/visible-text';

const useStyles = makeStyles({
  value: { fontWeight: tokens.fontWeightSemibold },
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
    <FoundLine
      label={`Show records: ${visibleText(value)}, ${visibleText(user)}`}
      onShow={onShow}
      facts={`${counted(pair.count, 'record')}, ${first}${last === first ? '' : ` to ${last}`}`}
    >
      <div className={styles.value}>
        <VisibleText text={value} />
      </div>
      <VisibleText text={user} />
    </FoundLine>
  );
}
