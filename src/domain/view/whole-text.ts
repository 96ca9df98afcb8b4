// Where a text that is found is whole: an address, a domain, a mail address or a word, and not a piece of a longer one. A domain is
// also whole in its subdomains and in mail addresses at it. One rule of JavaScript for everybody who looks for such a text, by
// what stands before and after it.
//
//   1.2.3.4      in [1.2.3.4]:443, http://1.2.3.4/        not in 11.2.3.4, 1.2.3.45, 1.2.3.4.5
//   evil.com     in www.evil.com, bob@evil.com            not in notevil.com, not-evil.com, evil.com.au, evil.community
//   a@evil.com   in live.com#a@evil.com                   not in b.a@evil.com, a@evil.com.au

import { parseIp } from '~/lib/ip';

/** How much of what stands before a text can matter. */
export const contextLength = 8;

/** Both are asked of texts in lower case. */
export interface Wholeness {
  /** Whether what stands before makes a text a piece of something longer. */
  bindsBefore(before: string): boolean;
  bindsAfter(after: string): boolean;
}

/** Of scripts that are written with spaces: in others a domain stands right beside the words of a sentence. */
const letter =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])[\\p{L}\\p{M}\\p{N}]';
const lastLetter = new RegExp(`${letter}$`, 'u');
const firstLetter = new RegExp(`^${letter}`, 'u');
/** What is written in place of a character ends with a letter, too: in addresses of the web, and in JSON within a text. */
const escapeBefore = /(%[\da-f]{2}|\\[bfnrt]|\\u[\da-f]{4})$/;

interface Joints {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** Besides letters and digits, what joins more to a text. */
const joints = {
  v4: { before: /\d\.$/, after: /^\.[\p{L}\p{N}]/u },
  v6: { before: /[\da-f:]:$/, after: /^:[\da-f:]/ },
  mailbox: { before: /[-._+]$/, after: /^(-|\.[\p{L}\p{N}])/u },
  name: { before: /-$/, after: /^(-|\.[\p{L}\p{N}])/u },
} as const satisfies Readonly<Record<string, Joints>>;

/** `lower` is in lower case. An end that is no letter and no digit is whole whatever comes next to it. */
export function wholenessOf(lower: string): Wholeness {
  const { before, after } = joints[kindOf(lower)];
  const beginsOpen = firstLetter.test(lower) || lower.startsWith(':');
  const endsOpen = lastLetter.test(lower) || lower.endsWith(':');
  return {
    bindsBefore: (text) => beginsOpen && !escapeBefore.test(text) && (lastLetter.test(text) || before.test(text)),
    bindsAfter: (text) => endsOpen && (firstLetter.test(text) || after.test(text)),
  };
}

/** Whether the text stands whole anywhere in another; both in lower case. */
export function isWholeIn(lower: string, { bindsBefore, bindsAfter }: Wholeness, text: string): boolean {
  for (let at = text.indexOf(lower); at >= 0; at = text.indexOf(lower, at + 1)) {
    const end = at + lower.length;
    const isWhole =
      !bindsBefore(text.slice(Math.max(0, at - contextLength), at)) && !bindsAfter(text.slice(end, end + contextLength));
    if (isWhole) return true;
  }
  return false;
}

function kindOf(lower: string): keyof typeof joints {
  if (/^[\d.]+$/.test(lower) && parseIp(lower)) return 'v4';
  if (/^[\da-f:.]*:[\da-f:.]*$/.test(lower) && parseIp(lower)) return 'v6';
  return /^[^\s@/]+@[^\s@/]+$/.test(lower) ? 'mailbox' : 'name';
}
