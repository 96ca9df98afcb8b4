// What the pages about access to mailboxes share in their addresses: whose records they are made from.

import { optionalUrlText } from '~/domain/view/url-params';

export const mailboxAccessParams = {
  /** Id of the search whose records are looked at, or `files`; absent before anything was searched. */
  in: optionalUrlText,
};

export const accessTypes = ['all', 'external', 'adminsAndDelegates', 'admins'] as const;
/** Whose access is looked at; `external` are administrators of Microsoft's datacenters. */
export type AccessType = (typeof accessTypes)[number];
