// What was done in the directory, by the operation as Entra names it, in lower case and without its full stop.

import { filled, type Sentence, say, when } from './sentence';

/** Words for `filled` with whom it was done to, and the property that names what comes last. */
type DoneToSomeone = readonly [words: string, property?: string];

const toSomeone = new Map<string, DoneToSomeone>([
  ['add member to role', ['added … to the role', 'Role.DisplayName']],
  ['add eligible member to role', ['made … eligible for the role', 'Role.DisplayName']],
  ['remove member from role', ['removed … from the role', 'Role.DisplayName']],
  ['remove eligible member from role', ['made … no longer eligible for the role', 'Role.DisplayName']],
  ['add member to group', ['added … to the group', 'Group.DisplayName']],
  ['remove member from group', ['removed … from the group', 'Group.DisplayName']],
  ['add owner to group', ['made … an owner of the group', 'Group.DisplayName']],
  ['remove owner from group', ['made … no longer an owner of the group', 'Group.DisplayName']],
  ['add owner to application', ['made … an owner of the application', 'Application.DisplayName']],
  ['add owner to service principal', ['made … an owner of the service principal', 'ServicePrincipal.DisplayName']],
  ['add registered owner to device', ['made … the owner of the device', 'Device.DisplayName']],
  ['add registered users to device', ['made … a user of the device', 'Device.DisplayName']],
  ['add user', ['created the user']],
  ['update user', ['changed the user']],
  ['delete user', ['deleted the user']],
  ['restore user', ['restored the user']],
  ['hard delete user', ['deleted the user … for good']],
  ['disable account', ['disabled the account of']],
  ['enable account', ['enabled the account of']],
  ['reset user password', ['reset the password of']],
  ['change user password', ['changed the password of']],
  ['set force change user password', ['made … change their password at the next sign-in']],
  ['update stsrefreshtokenvalidfrom timestamp', ['ended all sessions of']],
  ['disable strong authentication', ['disabled strong authentication of']],
  ['enable strong authentication', ['enabled strong authentication of']],
  ['delete application password for user', ['deleted an application password of']],
  ['change user license', ['changed the licences of']],
]);

/** What it was done to is known by the name it got, else by the target. */
const toSomething = new Map([
  ['add application', 'registered the application'],
  ['update application', 'changed the application'],
  ['delete application', 'deleted the application'],
  ['hard delete application', 'deleted the application … for good'],
  ['update application – certificates and secrets management', 'changed the certificates and secrets of the application'],
  ['add service principal', 'added the service principal'],
  ['update service principal', 'changed the service principal'],
  ['remove service principal', 'removed the service principal'],
  ['add service principal credentials', 'added credentials to the service principal'],
  ['remove service principal credentials', 'removed credentials from the service principal'],
  ['consent to application', 'consented to the application'],
  ['add delegated permission grant', 'gave an application delegated permissions on'],
  ['remove delegated permission grant', 'took delegated permissions on … from an application'],
  ['add group', 'created the group'],
  ['update group', 'changed the group'],
  ['delete group', 'deleted the group'],
  ['add device', 'added the device'],
  ['update device', 'changed the device'],
  ['delete device', 'deleted the device'],
  ['add policy', 'added the policy'],
  ['update policy', 'changed the policy'],
  ['delete policy', 'deleted the policy'],
  ['update authorization policy', 'changed the authorisation policy'],
  ['set company information', 'changed the information about the organisation'],
  ['set directory feature on tenant', 'changed the directory feature'],
  ['set domain authentication', 'changed how users of the domain … sign in'],
  ['add verified domain', 'added the verified domain'],
  ['add unverified domain', 'added the domain'],
]);

/** `nameOf` gives what a changed property became; `activity` is for operations that are not known here. */
export function directoryDeed(
  operation: string,
  activity: string,
  target: string,
  nameOf: (property: string) => string,
): Sentence {
  const key = operation.replace(/\.$/, '').toLowerCase();
  const done = toSomeone.get(key);
  if (done) {
    const [words, property] = done;
    const name = property === undefined ? '' : nameOf(property);
    return say`${filled(words, target ? say`${target}` : say`someone`)}${when(name, (text) => say` ‘${text}’`)}`;
  }
  const words = toSomething.get(key);
  if (words)
    return filled(
      words,
      when(nameOf('DisplayName') || target, (text) => say`‘${text}’`),
    );
  return say`did ‘${activity}’${when(target, (text) => say` to ${text}`)}`;
}
