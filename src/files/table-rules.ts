// What strangers' tables hold in their cells, whatever they are about.

/** A formula that was not computed, or could not be: '=SUM(A:B)', '#REF!', '#ДЕЛ/0!'. What a spreadsheet has computed comes as its value. */
export function isFormula(cell: string): boolean {
  return /^=\s*[\p{L}\p{N}(+$'"-]/u.test(cell) || /^#(?:\p{Lu}[\p{Lu}\d/]*[!?]|N\/A|Н\/Д)/u.test(cell);
}
