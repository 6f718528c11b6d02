/** What the row of a total has in the place of a product, in the languages in which headers are known. */
const totalWords =
	/^(?:(?:sub|grand|day|daily|month|monthly|overall|zwischen|gesamt|tages|sous|general|net)[\s-]*)*(?:totals?|totale?s?|totaux|sum|summe|gesamt|totaal)(?:[\s-]*general)?\s*:?$/i;

export function isTotalWord(text: string | undefined): boolean {
	return text !== undefined && totalWords.test(text);
}
