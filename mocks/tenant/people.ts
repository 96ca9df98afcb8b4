// Everyone and everything that can act in the tenant, and the addresses they come from.

import type { Actor, ActorPool, Cast } from './model';
import { departments, firstNames, freeMailDomains, lastNames, offices, partnerDomains } from './people.data';
import { Dice, guidOfText, hashText, mix } from './random';

export const domain = 'contoso.com';
export const administratorUpn = `ada.admin@${domain}`;
export const organizationName = 'contoso.onmicrosoft.com';
const peopleCount = 300;
/** The first of the staff, and the busiest. */
const adminCount = 6;
/** People with a part in a story; they are members of staff like the others. */
const executive = 'Vivian Castell';
/** Whose mailbox is left to the story: nobody else is ever in it. */
export const executiveUpn = addressOf(executive);
const namedPeople = ['Priya Raman', 'Tomasz Wrona', 'Elena Marchetti', 'Adele Vance', executive] as const;
/** The same whatever the seed. Administrators first. */
export const staffNames: readonly string[] = personNames();
export const adminNames: readonly string[] = staffNames.slice(0, adminCount);

interface Newcomer {
  readonly name: string;
  readonly upn: string;
  readonly userType: number;
  readonly office?: (typeof offices)[number];
}

export function createCast(seed: number): Cast {
  const addresses = [''];
  const codes = new Map<string, number>([['', 0]]);
  const addressCode = (address: string) => {
    const known = codes.get(address);
    if (known !== undefined) return known;
    codes.set(address, addresses.length);
    return addresses.push(address) - 1;
  };
  const actors: Actor[] = [];
  const hire = ({ name, upn, userType, office }: Newcomer): Actor => {
    const dice = new Dice(mix(seed, hashText(upn)));
    const actor: Actor = {
      code: actors.length,
      name,
      upn,
      upnInOtherCasing: upn.includes('@')
        ? upn.replace(/(^|[.@])([a-z])/g, (_, before, letter) => before + letter.toUpperCase())
        : upn,
      userType,
      puid: `10032001${dice.hex(8).toUpperCase()}`,
      objectGuid: dice.guid(),
      mailboxGuid: dice.guid(),
      sid: `S-1-5-21-${dice.between(1e9, 3e9)}-${dice.between(1e9, 3e9)}-${dice.between(1e9, 3e9)}-${dice.between(1e5, 9e7)}`,
      adminUnits: office && office[3] !== 'None' ? [adminUnitId(office[3])] : [],
      addresses: office ? addressesOf(dice, office).map(addressCode) : [],
    };
    actors.push(actor);
    return actor;
  };
  const pools: Record<ActorPool, readonly Actor[]> = {
    people: staffNames.map((name, at) => {
      const office = offices[hashText(name) % offices.length];
      return hire({ name, upn: addressOf(name), userType: at < adminCount ? 2 : 0, ...(office && { office }) });
    }),
    admins: [],
    guests: guestUpns().map((upn) =>
      hire({ name: upn, upn, userType: 10, office: ['Elsewhere', '198.19.40', '2001:db8:99', 'None'] }),
    ),
    exchange: [
      ...[
        'NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)',
        'NT SERVICE\\MSExchangeServiceHostNetCore (Microsoft.Exchange.ServiceHost)',
        'NT AUTHORITY\\SYSTEM (w3wp)',
        'DevilFish (Microsoft.Exchange.Management.ForwardSync)',
      ].map((upn) => hire({ name: upn, upn, userType: 3 })),
    ],
    sharepoint: ['app@sharepoint', 'SHAREPOINT\\system'].map((upn) => hire({ name: upn, upn, userType: 5 })),
    directory: [
      `ServicePrincipal_${guidOfText('sync')}`,
      `ServicePrincipal_${guidOfText('provisioning')}`,
      'fim_password_service@support.onmicrosoft.com',
      'Sync_DC01_3f9a1c2b7d44@contoso.onmicrosoft.com',
    ].map((upn) => hire({ name: upn, upn, userType: 6 })),
    services: [
      guidOfText('backup app'),
      guidOfText('journal app'),
      'S-1-5-18',
      'SecurityComplianceAlerts',
      'AirInvestigation',
    ].map((upn) => hire({ name: upn, upn, userType: 4 })),
    anonymous: [
      hire({ name: 'anonymous', upn: 'anonymous', userType: 0, office: ['Elsewhere', '198.19.41', '2001:db8:98', 'None'] }),
    ],
    nobody: [hire({ name: '', upn: '', userType: 4 })],
  };
  // The last to be hired, so that nobody else's code depends on her.
  const [office] = offices;
  const administrator = hire({ name: 'Ada Admin', upn: administratorUpn, userType: 2, ...(office && { office }) });
  return { actors, administrator, pools: { ...pools, admins: pools.people.slice(0, adminCount) }, addresses, addressCode };
}

/** The id of an administrative unit by its name, such as `Europe`. */
export function adminUnitId(name: string): string {
  return guidOfText(`unit ${name}`);
}

/** Without accents, in small letters, with dots: `sean.o-brien`. */
export function addressName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f']/g, '')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .toLowerCase()
    .replace(/[^a-z-]+/g, '.');
}

/** Of whoever or whatever has this name at Contoso. */
export function addressOf(name: string): string {
  return `${addressName(name)}@${domain}`;
}

/** A member of staff by name; throws for anyone else. */
export function castMember(cast: Cast, name: string): Actor {
  return castPerson(cast, addressOf(name));
}

/** The same by address. */
export function castPerson(cast: Cast, upn: string): Actor {
  const actor = cast.pools.people.find((person) => person.upn === upn);
  if (!actor) throw new Error(`${upn} is not in the cast.`);
  return actor;
}

export function departmentOf(actor: Actor): string {
  return departments[actor.code % departments.length] ?? 'Sales';
}

function personNames(): string[] {
  const names: string[] = [];
  for (let at = 0; names.length < peopleCount - namedPeople.length; at++) {
    const name = `${firstNames[at % firstNames.length]} ${lastNames[(at * 37 + Math.floor(at / 101)) % lastNames.length]}`;
    if (!names.includes(name) && !namedPeople.some((other) => other === name)) names.push(name);
  }
  // An administrator first; the people of the stories where nobody is unusually busy.
  return [
    'Adele Vance',
    ...names.slice(0, 120),
    'Priya Raman',
    'Tomasz Wrona',
    'Elena Marchetti',
    ...names.slice(120),
    executive,
  ];
}

function guestUpns(): string[] {
  return [...partnerDomains, ...freeMailDomains].flatMap((at) =>
    [0, 1, 2].map((n) => {
      const name = firstNames[(hashText(at) + n * 17) % firstNames.length] ?? 'Sam';
      const guest = `${addressName(name)}.${addressName(lastNames[(hashText(at) + n * 29) % lastNames.length] ?? 'Lee')}`;
      return `${guest}_${at}#EXT#@${organizationName}`;
    }),
  );
}

function addressesOf(dice: Dice, [, v4, v6]: (typeof offices)[number]): string[] {
  const office = `${v4}.${dice.between(2, 60)}`;
  const home = `198.${dice.between(18, 19)}.${dice.between(60, 255)}.${dice.between(1, 254)}`;
  const mobile = `2001:db8:${dice.hex(3)}f:${dice.hex(3)}1::${dice.between(1, 9)}:${dice.hex(2)}`.replace(
    /:0+(?=[0-9a-f])/g,
    ':',
  );
  const hotel = `198.19.${dice.between(1, 39)}.${dice.between(1, 254)}`;
  return [
    office,
    office,
    office,
    office,
    home,
    home,
    `${v6}::${dice.hex(3)}`.replace(/::0+(?=[0-9a-f])/, '::'),
    mobile,
    mobile,
    hotel,
  ];
}
