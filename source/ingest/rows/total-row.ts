/** What the row of a total has in the place of a product, in the languages in which headers are known. */
const totalWords =
	/^(?:(?:sub|grand|day|daily|month|monthly|overall|zwischen|gesamt|tages|sous|general|net)[\s-]*)*(?:totals?|totale?s?|totaux|sum|summe|gesamt|totaal)(?:[\s-]*general)?\s*:?$/i;

/** Whether that is all a cell says: `Total`, `Grand total:`, `Summe`. */
export function isTotalWord(text: string | undefined): boolean {
	return text !== undefined && totalWords.test(text);
}

/** The same with what it is the total of, in a row that names no product: `Total for Mugs`. */
export function isTotalOf(text: string): boolean {
	return (
		isTotalWord(text.trim()) ||
		/^(?:sub|grand )?(?:total|summe|totaal)s? (?:for|of|de|für|van)\b/i.test(text.trim())
	);
}

const sumWords =
	/(?<!\p{L})(?:(?:sub|grand|gesamt|zwischen|tages|monats)?-?(?:totals?|totale?s?|totaux|sum|summe|summa|suma|gesamt|insgesamt|totaal|razem|łącznie|celkem|ukupno|toplam|yhteensä|i alt|sammanlagt|итого|всего))(?!\p{L})|合計|小計/iu;

/** Whether a text speaks of a total among other words, as a product may too: `TOTAL MARCH`, `Umsatz gesamt`. */
export function speaksOfTotal(text: string | undefined): boolean {
	return text !== undefined && sumWords.test(text);
}

const taxWords =
	/^(?:(?:sales|state|item) )?(?:tax(?:es)?|vat|gst|mwst\.?|ust\.?|umsatzsteuer|mehrwertsteuer|tva|iva|btw)(?:[ :]*\(?\d+(?:[.,]\d+)? ?%\)?)?:?$/i;

/** Whether that is all a cell says: `Sales tax`, `VAT (20 %)`, `MwSt.`. */
export function isTaxWord(text: string | undefined): boolean {
	return text !== undefined && taxWords.test(text);
}
