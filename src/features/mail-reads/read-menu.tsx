import { MenuItem } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { clientField, mailboxField, sessionField } from '~/domain/catalogue/joined-fields';
import type { MailRead } from '~/domain/mail-reads/fold-reads';
import { type Filter, keepOnly } from '~/domain/view/filter';
import { GridMenu } from '~/ui/grid/grid-menu';

export interface ReadMenuProps {
  readonly read: MailRead;
  readonly cell: HTMLElement;
  onRecord(): void;
  onFilter(filter: Filter): void;
  onClose(): void;
}

/** What can be done with one message or folder. */
export function ReadMenu({ read, cell, onRecord, onFilter, onClose }: ReadMenuProps) {
  const choices = [
    ['Only this session', sessionField, read.session],
    ['Only this client', clientField, read.client],
    ['Only this IP address', 'ip', read.ip],
    ['Only this user', 'user', read.user],
    ['Only this mailbox', mailboxField, read.mailbox === '' ? [] : [read.mailbox]],
  ] as const;
  return (
    <GridMenu cell={cell} onClose={onClose}>
      <MenuItem icon={<DocumentRegular />} onClick={onRecord}>
        Open its record
      </MenuItem>
      {choices.map(
        ([name, field, values]) =>
          values.length > 0 && (
            <MenuItem key={name} icon={<FilterRegular />} onClick={() => onFilter(keepOnly(field, ...values))}>
              {name}
            </MenuItem>
          ),
      )}
    </GridMenu>
  );
}
