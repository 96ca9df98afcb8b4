import { MenuItem } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import type { Row } from '~/engine/record-set';
import { useMark } from '~/records/casework';
import type { ListedRecords } from '~/records/listed-records';
import { GridMenu } from '~/ui/grid/grid-menu';
import { StarItem } from '~/ui/grid/star-item';

export interface RecordMenuProps extends Pick<ListedRecords, 'onStar'> {
  readonly row: Row;
  readonly cell: HTMLElement;
  onOpen(): void;
  onCopy(): void;
  onClose(): void;
}

/** What can be done with a record below its group. */
export function RecordMenu({ row, cell, onOpen, onStar, onCopy, onClose }: RecordMenuProps) {
  const isStarred = useMark(row.values.id)?.starred ?? false;
  return (
    <GridMenu cell={cell} onClose={onClose}>
      <MenuItem icon={<OpenRegular />} onClick={onOpen}>
        Open record
      </MenuItem>
      {onStar && <StarItem isStarred={isStarred} onStar={() => onStar(row)} />}
      <MenuItem icon={<CopyRegular />} onClick={onCopy}>
        Copy
      </MenuItem>
    </GridMenu>
  );
}
