// The service's own rules about values of one criterion, and the complaints of people it surprised:
// https://learn.microsoft.com/purview/audit-search

import { findActivity } from '~/domain/catalogue/activities';
import { findRecordType } from '~/domain/catalogue/record-types';
import { canonicalIp, cidrMatcher } from '~/lib/ip';
import type { CriterionIssue } from './search-criterion';

type TextIssues = Generator<CriterionIssue<string>>;
type ListIssues = Generator<CriterionIssue<string[]>>;

/** The service indexes words; a keyword with other characters in it finds nothing unless they are wildcards. */
const special = /[^\p{L}\p{M}\p{N}\s*]+/gu;

export function hasSpecialCharacters(keyword: string): boolean {
  return keyword.search(special) >= 0;
}

export function* checkKeyword(keyword: string): TextIssues {
  if (!hasSpecialCharacters(keyword)) return;
  const better = keyword
    .trim()
    .replace(special, '*')
    .replace(/\*{2,}/g, '*');
  yield {
    severity: 'warning',
    message: 'Special characters in a keyword find nothing. Put * in their place.',
    fix: { label: `Search for ${better}`, apply: () => better },
  };
}

const objectId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function* checkAdminUnits(ids: readonly string[]): ListIssues {
  const wrong = ids.filter((id) => !objectId.test(id));
  if (wrong.length === 0) return;
  yield {
    severity: 'warning',
    message: `The service knows admin units by object ID, not by name: ${some(wrong)}.`,
  };
}

export function* checkOperations(operations: readonly string[]): ListIssues {
  const unfinished = operations.filter((name) => !findActivity(name) && findActivity(`${name}.`));
  if (unfinished.length > 0) {
    yield {
      severity: 'warning',
      message: `Entra ID operations end with a period: ${some(unfinished.map((name) => `${name}.`))}`,
      fix: { label: 'Add the period', apply: (old) => old.map((name) => (unfinished.includes(name) ? `${name}.` : name)) },
    };
  }
  for (const names of renamed) {
    const chosen = names.filter((name) => operations.includes(name));
    const missing = names.filter((name) => !operations.includes(name));
    if (chosen.length === 0 || missing.length === 0) continue;
    yield {
      severity: 'warning',
      message: `${some(chosen)} is also recorded as ${some(missing)}, depending on when and where it happened.`,
      fix: { label: `Add ${some(missing)}`, apply: (old) => [...old, ...missing] },
    };
  }
}

/** One act under two names: the service renamed it, or its parts never agreed. */
const renamed: readonly (readonly string[])[] = [
  ['FileDeleted', 'FileRecycled'],
  ['FolderDeleted', 'FolderRecycled'],
  ['AuthenticationRequest', 'AuthenticateRequest'],
];

export function* checkRecordTypes(types: readonly string[]): ListIssues {
  const unknown = types.filter((name) => !findRecordType(name));
  if (unknown.length === 0) return;
  yield {
    severity: 'warning',
    message: `Not a record type Ledgerline knows: ${some(unknown)}. The service may refuse it.`,
    fix: removing(unknown),
  };
}

/** Users are matched as a whole and without wildcards; accounts of services and object IDs have no `@`. */
export function partialUsers(users: readonly string[]): readonly string[] {
  return users.filter((user) => user.includes('*') || isBareWord(user));
}

export function* checkUsers(users: readonly string[]): ListIssues {
  const partial = partialUsers(users);
  if (partial.length === 0) return;
  yield {
    severity: 'warning',
    message: `A user is found only by the whole user principal name, such as ada@contoso.com. Not whole: ${some(partial)}.`,
  };
}

export function* checkObjects(objects: readonly string[]): ListIssues {
  const sites = objects.filter(isBareSite);
  if (sites.length > 0) {
    yield objectIssue(
      sites,
      'A site is matched with everything in it only when it ends with /*.',
      'Add /*',
      (url) => `${url.replace(/\/+$/, '')}/*`,
    );
  }
  const files = objects.filter(isBareFile);
  if (files.length > 0) {
    yield objectIssue(
      files,
      'A file name is found only when it starts with *, because items are recorded by full address.',
      'Put * first',
      (name) => `*${name}`,
    );
  }
  const words = objects.filter((object) => isBareWord(object) && !isBareFile(object));
  if (words.length > 0) {
    yield objectIssue(
      words,
      'A part of an address or a name is found only between two *: items are recorded by full address.',
      words.length === 1 ? `Use *${words[0]}*` : 'Put * on both sides',
      (word) => `*${word}*`,
    );
  }
}

function objectIssue(
  wrong: readonly string[],
  why: string,
  label: string,
  better: (object: string) => string,
): CriterionIssue<string[]> {
  return {
    severity: 'warning',
    message: `${why} Without it: ${some(wrong)}.`,
    fix: { label, apply: (old) => old.map((object) => (wrong.includes(object) ? better(object) : object)) },
  };
}

/** The address of a site or folder, not of a file. */
function isBareSite(object: string): boolean {
  if (object.includes('*') || !/^https?:\/\//i.test(object)) return false;
  const path = object.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return !/\.[a-z\d]{1,5}$/i.test(path);
}

/** `report.docx`: a name with an extension and no folder. */
function isBareFile(object: string): boolean {
  return !/[*/\\@]/.test(object) && /[^.]\.[a-z][a-z\d]{1,4}$/i.test(object);
}

/** `falcon`: what is neither an address, a wildcard, an object ID, nor a name of several words. */
function isBareWord(text: string): boolean {
  return /^[^\s/\\*@:]+$/.test(text) && !objectId.test(text) && !/^(S-1-|ServicePrincipal_|anonymous$)/i.test(text);
}

export function* checkIpAddresses(addresses: readonly string[]): ListIssues {
  const wrong = addresses.filter((text) => !canonicalIp(text) && !cidrMatcher(text));
  if (wrong.length === 0) return;
  yield {
    severity: 'error',
    message: `Not an IP address or range: ${some(wrong)}. Write 203.0.113.7, 2001:db8::1 or 203.0.113.0/24.`,
    fix: removing(wrong),
  };
}

function removing(wrong: readonly string[]) {
  return { label: 'Remove', apply: (old: string[]) => old.filter((value) => !wrong.includes(value)) };
}

function some(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}
