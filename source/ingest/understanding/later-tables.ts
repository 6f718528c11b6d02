import {decisionsOf} from './decisions/decisions.ts';
import {mappingOf} from './mapping-of.ts';
import type {TableUnderstanding} from './table-understanding.ts';

export type LaterTables = {
	/** Takes note of one that is like the first, is understood by itself, or holds no sales. */
	readonly note: (place: string, found: TableUnderstanding | 'same' | 'none') => void;
	/** What is told of all so far, in sentences. */
	readonly decisions: () => readonly string[];
};

/** So many are told one by one. */
const mostTold = 10;

/** Tables that come up further down in a text, and what was decided about them. */
export function laterTables(): LaterTables {
	const told: string[] = [];
	let count = 0;
	let firstSame: string | undefined;
	let same = 0;

	return {
		note(place, found) {
			if (found === 'same') {
				firstSame ??= place;
				same++;
				return;
			}
			count++;
			if (count > mostTold) {
				return;
			}
			told.push(
				found === 'none'
					? `another table begins in ${place} that holds no sales: its rows are rejected`
					: [
							`another table begins in ${place}, and is loaded too: ${columnsOf(found)}`,
							...decisionsOf(found),
						].join('; '),
			);
		},
		decisions: () => [
			...(firstSame === undefined
				? []
				: [`the header comes again in ${firstSame}${same > 1 ? `, and ${same - 1} more times below` : ''}`]),
			...told,
			...(count > mostTold ? [`${count - mostTold} more tables begin below`] : []),
		],
	};
}

function columnsOf(table: TableUnderstanding): string {
	return Object.entries(mappingOf(table))
		.map(([field, header]) => `${field} ← ${header}`)
		.join(', ');
}
