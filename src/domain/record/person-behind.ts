// Who acted, where UserId does not say: a service that could not look an account up writes `Not Available` or the account's id,
// and names the person beside it. https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema

import { listAt, textAt } from './audit-data';

const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether a UserId is no name: nothing, `Not Available`, or an id. */
export function isNobody(userId: string): boolean {
  return userId === '' || /^not available$/i.test(userId) || id.test(userId);
}

/** The user principal name in Actor (its entry of type 5), else in UserKey; `''` where neither has one. */
export function personBehind(auditData: unknown): string {
  const named = listAt(auditData, 'Actor').find(
    (each) => ['5', 'UPN'].includes(textAt(each, 'Type')) && isUpn(textAt(each, 'ID')),
  );
  const key = textAt(auditData, 'UserKey');
  return textAt(named, 'ID') || (isUpn(key) ? key : '');
}

/** Not SharePoint's `i:0h.f|membership|10030000a1b2c3d4@live.com`. */
function isUpn(text: string): boolean {
  return /^[^\s@|]+@[^\s@|]+$/.test(text);
}
