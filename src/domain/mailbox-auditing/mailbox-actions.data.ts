// What mailbox auditing can log and logs by default, by who does it, as three documents state it. Three marks per action, for
// Admin, Delegate and Owner: `Y` logged by default, `y` can be logged, `-` never.
// https://learn.microsoft.com/purview/audit-mailboxes and its predecessors for Exchange Online and Exchange Server

export type ActionMarks = Readonly<Record<string, string>>;

/** Exchange Online today: on by default since January 2019. */
export const actionsToday: ActionMarks = {
  AddFolderPermissions: '---',
  ApplyRecord: 'YYY',
  Copy: 'y--',
  Create: 'YYy',
  FolderBind: 'yy-',
  HardDelete: 'YYY',
  MailboxLogin: '--y',
  MailItemsAccessed: 'YYY',
  MessageBind: 'y--',
  ModifyFolderPermissions: '---',
  Move: 'yyy',
  MoveToDeletedItems: 'YYY',
  RecordDelete: 'yyy',
  RemoveFolderPermissions: '---',
  SearchQueryInitiated: '--y',
  Send: 'Y-Y',
  SendAs: 'YY-',
  SendOnBehalf: 'YY-',
  SoftDelete: 'YYY',
  Update: 'YYY',
  UpdateCalendarDelegation: 'Y-Y',
  UpdateFolderPermissions: 'YYY',
  UpdateInboxRules: 'YYY',
};

/** Exchange Online before auditing was on by default. */
export const actionsEarlier: ActionMarks = {
  Copy: 'y--',
  Create: 'YYy',
  FolderBind: 'Yy-',
  HardDelete: 'YYy',
  MailboxLogin: '--y',
  MessageBind: 'y--',
  Move: 'Yyy',
  MoveToDeletedItems: 'Yyy',
  SendAs: 'YY-',
  SendOnBehalf: 'Yy-',
  SoftDelete: 'YYy',
  Update: 'YYy',
  UpdateCalendarDelegation: 'Y-Y',
  UpdateFolderPermissions: 'YYY',
};

export const actionsOfServer: ActionMarks = {
  Copy: 'y--',
  Create: 'YYy',
  FolderBind: 'Yy-',
  HardDelete: 'YYy',
  MailboxLogin: '--y',
  MessageBind: 'y--',
  Move: 'Yyy',
  MoveToDeletedItems: 'Yyy',
  SendAs: 'YY-',
  SendOnBehalf: 'Yy-',
  SoftDelete: 'YYy',
  Update: 'YYy',
};

export const actionDescriptions: Readonly<Record<string, string>> = {
  AddFolderPermissions: 'Someone was given permission to a folder.',
  ApplyRecord: 'An item was labelled as a record.',
  Copy: 'A message was copied to another folder.',
  Create: 'An item was created in Calendar, Contacts, Notes or Tasks, such as a meeting request.',
  FolderBind: 'A folder was opened, or the mailbox itself by an administrator or delegate.',
  HardDelete: 'A message was purged from Recoverable Items.',
  MailboxLogin: 'The owner signed in to the mailbox.',
  MailItemsAccessed: 'Mail was read or synchronised by a mail protocol or client.',
  MessageBind: 'A message was opened or shown in the reading pane.',
  ModifyFolderPermissions: 'Someone’s permission to a folder was changed.',
  Move: 'A message was moved to another folder.',
  MoveToDeletedItems: 'A message was deleted: it went to Deleted Items.',
  RecordDelete: 'An item labelled as a record was soft-deleted.',
  RemoveFolderPermissions: 'Someone’s permission to a folder was taken away.',
  SearchQueryInitiated: 'The owner searched the mailbox.',
  Send: 'A message was sent, replied to or forwarded.',
  SendAs: 'A message was sent as if it came from the mailbox itself.',
  SendOnBehalf: 'A message was sent for the mailbox, and says so.',
  SoftDelete: 'A message was deleted for good or from Deleted Items: it went to Recoverable Items.',
  Update: 'A message or its properties were changed.',
  UpdateCalendarDelegation: 'Someone was made a delegate of the calendar.',
  UpdateFolderPermissions: 'The permissions of a folder were changed.',
  UpdateInboxRules: 'An inbox rule was added, changed or removed.',
};

/** What the audit log calls an action in its list of activities, as the document maps them. */
export const actionActivities: Readonly<Record<string, string>> = {
  Copy: 'Copied messages to another folder',
  Create: 'Created mailbox item',
  HardDelete: 'Purged messages from the mailbox',
  MailboxLogin: 'User signed in to mailbox',
  Move: 'Moved messages to another folder',
  MoveToDeletedItems: 'Moved messages to Deleted Items folder',
  SendAs: 'Sent message using Send As permissions',
  SendOnBehalf: 'Sent message using Send On Behalf permissions',
  SoftDelete: 'Deleted messages from Deleted Items folder',
  Update: 'Updated message',
};
