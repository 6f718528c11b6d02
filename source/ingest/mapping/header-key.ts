const shortWords = new Map([
	['amt', 'amount'],
	['disc', 'discount'],
	['cust', 'customer'],
	['inv', 'invoice'],
	['prod', 'product'],
	['desc', 'description'],
]);

/** The words of a header, in lower case without accents: `Unit Price (GBP)`, `unit_price` and `UnitPrice` are alike. */
export function headerWords(header: string): readonly string[] {
	return header
		.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
		.replaceAll('#', ' no ')
		.replaceAll('%', ' percent ')
		.replaceAll('ß', 'ss')
		.replaceAll(/[łŁ]/g, 'l')
		.replaceAll('ı', 'i')
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
		.replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.map(word => shortWords.get(word) ?? word);
}

/** What two headers have in common that differ only in case, spaces, signs, accents and units. */
export function headerKey(header: string): string {
	return headerWords(header).join('');
}

/** Whether two tables have the same columns in the same order, by their names as they are written. */
export function isSameHeader(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((text, place) => text === other[place]);
}

/** Whether a header says that its column is of single lines, and not of their order. */
export function speaksOfLines(header: string): boolean {
	return /line|item|position|artikel|zeile/i.test(header);
}

/** Words that say nothing of what a column holds. */
const fillers = new Set([
	'the',
	'of',
	'a',
	'an',
	'de',
	'du',
	'des',
	'do',
	'da',
	'del',
	'der',
	'die',
	'das',
	'in',
	'by',
	'id',
	'value',
	'original',
	'percent',
	'pct',
	'prozent',
	'usd',
	'eur',
	'gbp',
	'inr',
	'chf',
	'cad',
	'aud',
	'brl',
	'jpy',
	'sek',
	'nok',
	'dkk',
	'pln',
	'cents',
	'cent',
	'pence',
	'centavos',
	'minor',
	'utc',
	'local',
	'ttc',
	'ht',
	'brutto',
	'netto',
	'incl',
	'excl',
]);

type Gist = {
	readonly key: string;
	readonly inOrder: string;
	readonly sorted: string;
	/** An order's value is no order, and the status of a customer no state. */
	readonly about: string;
	readonly hasOwnWord: boolean;
};

const gists = new Map<string, Gist>();

/** The words that matter; remembered, because each header is held against all that are known. */
function gistOf(header: string): Gist {
	let gist = gists.get(header);
	if (!gist) {
		const all = headerWords(header);
		const words = all.filter(word => !fillers.has(word));
		gist = {
			key: all.join(''),
			inOrder: words.join(''),
			sorted: words.sort().join(''),
			hasOwnWord: all.some(word => ownWords.has(word)),
			about: all.filter(word => word === 'value' || word === 'status').join(' '),
		};
		gists.set(header, gist);
	}
	return gist;
}

/** Words that are a letter or two from others that mean something else. */
const ownWords: ReadonlySet<string> = new Set(['car', 'cars', 'brand', 'brands', 'postal']);

/** How alike two headers are that are not the same: 0 for not at all, up to 1. */
export function likeness(header: string, known: string): number {
	const one = gistOf(header);
	const other = gistOf(known);
	if (one.inOrder === '' || other.inOrder === '' || one.about !== other.about) {
		return 0;
	}
	if (one.sorted === other.sorted) {
		return 0.9;
	}
	if (one.hasOwnWord !== other.hasOwnWord) {
		return 0;
	}
	return isMisspelt(one.inOrder, other.inOrder) || isMisspelt(one.key, other.key) ? 0.8 : 0;
}

/** A letter or two in a long word; short words that differ are different words. */
function isMisspelt(one: string, other: string): boolean {
	const longer = Math.max(one.length, other.length);
	const allowed = longer < 6 ? 0 : longer < 10 ? 1 : 2;
	return editDistance(one, other, allowed) <= allowed;
}

/** Letters to add, take away, replace or swap; more than allowed is only said to be more. */
function editDistance(one: string, other: string, allowed: number): number {
	if (Math.abs(one.length - other.length) > allowed) {
		return allowed + 1;
	}
	let before: number[] = [];
	let row = Array.from({length: other.length + 1}, (_, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const isSame = one[i - 1] === other[j - 1];
			let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
			if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
				cost = Math.min(cost, before[j - 2]! + 1);
			}
			next.push(cost);
		}
		before = row;
		row = next;
	}
	return row.at(-1)!;
}
