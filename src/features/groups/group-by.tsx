import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list';
import { lazy, Suspense, useState } from 'react';
import { type Catalogue, labelOf } from '~/domain/catalogue/catalogue';
import type { FieldRef } from '~/domain/catalogue/fields';
import type { HeldRecordSet } from '~/records/held-record-sets';
import { useOffered } from '~/records/use-offered';
import type { ShownView } from '~/records/view-follower';
import { useCommand } from '~/ui/use-command';
import { groupFields } from './group-fields';

// Loaded when somebody wants to group: most visits to the results never do.
const GroupByForm = lazy(async () => ({ default: (await import('./group-by-form')).GroupByForm }));

const ListMessagesRead = lazy(async () => ({ default: (await import('./list-messages-read')).ListMessagesRead }));

export interface GroupByProps {
  readonly held: HeldRecordSet;
  /** Those that are columns. */
  readonly fields: readonly FieldRef[];
  /** None, one or two. */
  readonly by: readonly FieldRef[];
  onBy(by: readonly FieldRef[]): void;
  /** What is looked at; `undefined` before there is a view. */
  readonly shown: ShownView | undefined;
  /** It is listed which messages were read, and nothing is grouped. */
  readonly isMessagesRead: boolean;
  onMessagesRead(): void;
}

/** Says what records are put together by, and asks. */
export function GroupBy({ held, fields, by, onBy, shown, isMessagesRead, onMessagesRead }: GroupByProps) {
  const { catalogue } = held.set;
  const offered = useOffered(held.set);
  const [isOpen, setOpen] = useState(false);
  useCommand({ label: 'List the messages that were read' }, isMessagesRead ? undefined : onMessagesRead);
  const title = isMessagesRead ? 'Messages read' : by.length > 0 ? `Grouped by ${namesOf(catalogue, by)}` : 'Group by';
  return (
    <Popover trapFocus positioning="below-start" open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<GroupListRegular />}>{title}</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Group by">
        <Suspense>
          {isOpen && (
            <GroupByForm
              catalogue={catalogue}
              fields={groupFields(offered, fields)}
              by={by}
              onBy={onBy}
              onDone={() => setOpen(false)}
            >
              <ListMessagesRead
                set={held.set}
                asked={shown?.asked}
                onList={() => {
                  setOpen(false);
                  onMessagesRead();
                }}
              />
            </GroupByForm>
          )}
        </Suspense>
      </PopoverSurface>
    </Popover>
  );
}

function namesOf(catalogue: Catalogue, by: readonly FieldRef[]): string {
  return by.map((field) => labelOf(catalogue, field)).join(', ');
}
