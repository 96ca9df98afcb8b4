// Countries by their codes of ISO 3166-1, as address books have them, and by the English names that browsers know.

/** `Germany (DE)`; what is no code of a country, or of one that nobody knows, stays as it is. */
export function countryWords(value: string): string {
  const name = nameOf(value);
  return name === undefined ? value : `${name} (${value})`;
}

/** The code of a country that is written in full, as its name or as its code. */
export function countryCode(written: string): string | undefined {
  if (nameOf(written) !== undefined) return written.toUpperCase();
  codes ??= codesByName();
  return codes.get(written.toLowerCase());
}

let names: Intl.DisplayNames | undefined;
let codes: ReadonlyMap<string, string> | undefined;

function nameOf(code: string): string | undefined {
  if (!/^[a-z]{2}$/i.test(code)) return undefined;
  names ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return names.of(code.toUpperCase());
}

function codesByName(): ReadonlyMap<string, string> {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const known = letters.flatMap((first) => letters.map((second) => first + second));
  // Countries that changed have several, of which one is in use.
  const used = known.filter((code) => new Intl.Locale(`und-${code}`).region === code);
  return new Map(used.map((code) => [nameOf(code)?.toLowerCase() ?? '', code]));
}
