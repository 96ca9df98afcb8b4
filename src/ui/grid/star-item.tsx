import { MenuItem } from '@fluentui/react-components';
import { StarRegular } from '@fluentui/react-icons/svg/star';
import { StarOffRegular } from '@fluentui/react-icons/svg/star-off';

export interface StarItemProps {
  readonly isStarred: boolean;
  onStar(): void;
}

/** Of a menu of a record: gives it a star, or takes that away. */
export function StarItem({ isStarred, onStar }: StarItemProps) {
  return (
    <MenuItem icon={isStarred ? <StarOffRegular /> : <StarRegular />} onClick={onStar}>
      {isStarred ? 'Take the star away' : 'Star'}
    </MenuItem>
  );
}
