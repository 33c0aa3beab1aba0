/** What a spreadsheet program would take for a formula, with the marks that already guard it. */
const FORMULA = /^'*[=+\-@\t\r]/

/** A cell of a CSV file that no spreadsheet program runs as a formula (OWASP, CSV injection): `'=1+1`. */
export const guardedOf = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell again, without the guard. */
export const bareOf = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)
