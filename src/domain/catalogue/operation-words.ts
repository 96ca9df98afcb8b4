// An operation for which nobody publishes a friendly name, in words that can be read: `ListViewed` is `List viewed`, `DLPRuleMatch`
// `DLP rule match`. Every letter and digit stays in its place: only spaces, and the case of letters, tell the words from the operation.

/** No operation is longer; what is, is no name. */
const longest = 200;

/** Names in one word, in which capital letters do not begin another. */
const names = new Map(
  [
    ...[
      'eDiscovery',
      'OneDrive',
      'OneNote',
      'SharePoint',
      'PowerPoint',
      'PowerShell',
      'OAuth',
      'GitHub',
      'LinkedIn',
      'BitLocker',
    ],
    ...['Azure', 'Copilot', 'Dataverse', 'Defender', 'Entra', 'Excel', 'Exchange', 'Intune', 'Kaizala', 'Microsoft', 'Outlook'],
    ...['Planner', 'Purview', 'Sentinel', 'Skype', 'Sway', 'Syntex', 'Teams', 'Viva', 'Yammer'],
    ...['Power Apps', 'Power App', 'Power Automate', 'Power BI', 'Power Pages', 'Power Platform'],
  ].map((name) => [name.replace(' ', ''), name]),
);

/** Abbreviations that operations also write as if they were words. */
const abbreviations: ReadonlySet<string> = new Set([
  ...[
    'air',
    'api',
    'atp',
    'csv',
    'dlp',
    'dns',
    'guid',
    'id',
    'ip',
    'irm',
    'json',
    'mfa',
    'mip',
    'mtp',
    'ocr',
    'ome',
    'otp',
    'owa',
  ],
  ...['pdf', 'pii', 'pst', 'rbac', 'sid', 'sql', 'sso', 'upn', 'url', 'wac', 'xml'],
]);

/** What is not of this shape was written as it is meant: cmdlets, sentences, paths, addresses, names of code. */
const oneWord = /^[A-Za-z\d]+(?:[._][A-Za-z\d]+)*$/;

const number = '(?:\\d+(?:\\.\\d+)*)';
const pieces = new RegExp(
  [
    `(?:${[...names.keys()].join('|')})${number}?(?![a-z])`,
    // `URLs`; `DLP` of `DLPRule`, then `Rule`; `365`, `2FA`.
    '[A-Z]{2,}s(?![a-z])',
    `[A-Z]+(?![a-z])${number}?`,
    `[A-Z]?[a-z]+${number}?`,
    `${number}(?:[A-Z]+(?![a-z]))?`,
  ].join('|'),
  'g',
);

/** Never empty for a text that is not. */
export function operationWords(operation: string): string {
  if (operation.length > longest) return operation;
  const bare = withoutStop(operation.trim());
  return oneWord.test(bare) ? (bare.match(pieces) ?? []).map(written).join(' ') : bare || operation;
}

/** Entra ends the names of its operations as if they were sentences. */
function withoutStop(text: string): string {
  return /[^\s.]\.$/.test(text) ? text.slice(0, -1) : text;
}

function written(piece: string, index: number): string {
  const [, word = '', numbers = ''] = /^(.*?)([\d.]*)$/.exec(piece) ?? [];
  const name = names.get(word);
  if (name !== undefined) return `${name}${numbers}`;
  if (abbreviations.has(word.toLowerCase())) return piece.toUpperCase();
  if (!/^[A-Z]?[a-z]+$/.test(word)) return piece === 'A' && index > 0 ? 'a' : piece;
  return index === 0 ? `${piece.charAt(0).toUpperCase()}${piece.slice(1)}` : piece.toLowerCase();
}
