// Writing CSV (RFC 4180) that a spreadsheet can open without running anything that stands in it.

/** Quoted only where it has to be. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Spreadsheets trim spaces and quotes before they decide that a cell is a formula, and take full-width signs for the plain
// ones. https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s"'\u200b\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|^\s*[\t\r\n]/;

/** Puts an apostrophe before what a spreadsheet would run as a formula; everything else stays as it is. */
export function guardFormula(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
