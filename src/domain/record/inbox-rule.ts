// What an inbox rule does, as Outlook records it: JSON in a text, one entry for each action.

import { listAt, textAt, textOf } from './audit-data';
import { listed, type Sentence, say } from './sentence';

interface RuleAction {
  readonly type: string;
  /** Who it sends to. */
  readonly recipients: readonly string[];
  readonly folder: string;
}

export function ruleActions(auditData: unknown): readonly RuleAction[] {
  return listAt(auditData, 'OperationProperties[RuleActions]').flatMap((each) => {
    const type = textAt(each, 'ActionType');
    if (type === '') return [];
    const one = textAt(each, 'Recipients');
    const recipients = listAt(each, 'Recipients').map((to) => textOf(to) || textAt(to, 'Address') || textAt(to, 'EmailAddress'));
    const folder = textAt(each, 'FolderName') || textAt(each, 'Folder');
    return [{ type, recipients: (recipients.length > 0 ? recipients : [one]).filter((to) => to !== ''), folder }];
  });
}

const verbs = new Map([
  ['forward', 'forward'],
  ['forwardasattachment', 'forward as an attachment'],
  ['redirect', 'redirect'],
  ['delegate', 'delegate'],
  ['delete', 'delete'],
  ['permanentdelete', 'delete for good'],
  ['move', 'move'],
  ['movetofolder', 'move'],
  ['copy', 'copy'],
  ['copytofolder', 'copy'],
  ['markasread', 'mark as read'],
  ['stopprocessingrules', 'stop processing other rules'],
]);

/** `forward to eve@example.com`, `move to another folder`. */
export function ruleActionWords({ type, recipients, folder }: RuleAction): Sentence {
  const verb = verbs.get(type.toLowerCase());
  const does = verb === undefined ? say`do ‘${type}’` : [verb];
  if (recipients.length > 0) return say`${does} to ${listed(recipients)}`;
  if (folder !== '') return say`${does} to ‘${folder}’`;
  return verb === 'move' || verb === 'copy' ? say`${does} to another folder` : does;
}
