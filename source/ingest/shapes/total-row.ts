/** What the row of a total has in the place of a product, in the languages in which headers are known. */
const totalWords =
	/^(?:(?:sub|grand|day|daily|month|monthly|overall|zwischen|gesamt|tages|sous|general|net)[\s-]*)*(?:totals?|totale?s?|totaux|sum|summe|gesamt|totaal)(?:[\s-]*general)?\s*:?$/i;

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
