// Writing CSV (RFC 4180) that a spreadsheet can open without running anything that stands in it.

/** Quoted only where it has to be, also for whoever splits at another separator than the comma. */
export function csvCell(text: string): string {
  return /[",;|\t\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Spreadsheets trim spaces, quotes and what cannot be seen before they decide that a cell is a formula, and take full-width signs
// for the plain ones. Which separator they split at depends on the computer: one that does not split at the comma does not take
// the quotes around our cells for quotes either, so that a cell of its own may begin after any separator and in any line.
// https://owasp.org/www-community/attacks/CSV_Injection
const trimmed = String.raw`(?:(?![\t\n\r])[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}"'\u2800])*`;
const cellStart = new RegExp(
  String.raw`(?<=^|[;|\t\n\r])(?=${trimmed}[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=${trimmed}[\t\n\r])`,
  'gu',
);

/** Puts an apostrophe before what a spreadsheet would run as a formula; everything else stays as it is. */
export function guardFormula(text: string): string {
  return text.replace(cellStart, "'");
}
