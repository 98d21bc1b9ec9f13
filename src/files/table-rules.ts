// What strangers' tables hold in their cells, whatever they are about.

/** 'Итого', 'Всего: 5', 'Барлығы 105 кабинет'. Whether the row is a total its other cells say: a measure may begin so too. */
export function beginsLikeTotal(cell: string): boolean {
  return /^(?:итого|всего|барлығы|жиыны|total)(?![\p{L}\p{N}])/iu.test(cell);
}

/** A formula that was not computed, or could not be: '=SUM(A:B)', '#REF!', '#ДЕЛ/0!'. What a spreadsheet has computed comes as its value. */
export function isFormula(cell: string): boolean {
  return /^=\s*[\p{L}\p{N}(+$'"[{@#…-]/u.test(cell) || /^#(?:\p{Lu}[\p{Lu}\d/]*[!?]|N\/A|Н\/Д)/u.test(cell);
}

/** 0 -> 'A', 27 -> 'AB': what a spreadsheet calls a column. */
export function columnLetters(index: number): string {
  const first = Math.floor(index / 26) - 1;
  return `${first >= 0 ? columnLetters(first) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
