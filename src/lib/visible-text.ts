// Characters that cannot be seen but change what is seen: with a right-to-left override a file called `annual-fdp.exe` reads
// `annual-exe.pdf`. They are taken out of the text and named, so that the screen can show the name in their place.

const names = new Map([
  [0x00ad, 'SHY'],
  [0x061c, 'ALM'],
  [0x180e, 'MVS'],
  [0x200b, 'ZWSP'],
  [0x200c, 'ZWNJ'],
  [0x200d, 'ZWJ'],
  [0x200e, 'LRM'],
  [0x200f, 'RLM'],
  [0x2028, 'LSEP'],
  [0x2029, 'PSEP'],
  [0x202a, 'LRE'],
  [0x202b, 'RLE'],
  [0x202c, 'PDF'],
  [0x202d, 'LRO'],
  [0x202e, 'RLO'],
  [0x2060, 'WJ'],
  [0x2066, 'LRI'],
  [0x2067, 'RLI'],
  [0x2068, 'FSI'],
  [0x2069, 'PDI'],
  [0xfeff, 'BOM'],
]);

/** Every character that is replaced by its name. Joiners inside emoji are what they are for, and stay. */
export const hiddenCharacter =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /(?!(?<=\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?)\u200d(?=\p{Extended_Pictographic}))[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\p{Cs}\u{e0000}-\u{e007f}]|\r(?!\n)/gu;

/** `RLO` for the right-to-left override, `U+0007` for one without a usual name. */
export function hiddenCharacterName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return names.get(code) ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

export type VisiblePart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'hidden'; readonly name: string };

export function visibleParts(text: string): readonly VisiblePart[] {
  const parts: VisiblePart[] = [];
  let from = 0;
  for (const match of text.matchAll(hiddenCharacter)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push({ kind: 'hidden', name: hiddenCharacterName(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** The same as plain text, for names and tooltips: `annual-‹RLO›fdp.exe`. */
export function visibleText(text: string): string {
  return visibleParts(text)
    .map((part) => (part.kind === 'text' ? part.text : `‹${part.name}›`))
    .join('');
}
