/** The word that was meant by a misspelt one: nearest by edits, and near enough; nothing where none is. */
export function closestWord(misspelt: string, words: readonly string[]): string | undefined {
	const most = Math.max(1, Math.floor(misspelt.length / 3));
	const [nearest] = words
		.map(word => ({word, edits: editDistance(misspelt.toLowerCase(), word.toLowerCase())}))
		.filter(({edits}) => edits <= most)
		.sort((a, b) => a.edits - b.edits);
	return nearest?.word;
}

/**
 * Letters to insert, delete, change or swap with their neighbour until one text is the other
 * (optimal string alignment).
 */
export function editDistance(from: string, to: string): number {
	const rows: number[][] = [Array.from({length: to.length + 1}, (_, column) => column)];
	for (let row = 1; row <= from.length; row++) {
		const line = [row];
		for (let column = 1; column <= to.length; column++) {
			const isSame = from[row - 1] === to[column - 1];
			const isSwap =
				row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			line.push(
				Math.min(
					rows[row - 1]![column]! + 1,
					line[column - 1]! + 1,
					rows[row - 1]![column - 1]! + (isSame ? 0 : 1),
					isSwap ? rows[row - 2]![column - 2]! + 1 : Number.POSITIVE_INFINITY,
				),
			);
		}
		rows.push(line);
	}
	return rows[from.length]![to.length]!;
}
