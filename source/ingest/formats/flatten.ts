/** A value that was read from JSON or the like; numbers that JavaScript cannot hold are text. */
export type Value =
	| string
	| number
	| boolean
	| bigint
	| null
	| undefined
	| Date
	| Value[]
	| {readonly [key: string]: Value};

/** One row, its values by the names of their columns. */
export type FlatRow = ReadonlyMap<string, string>;

/** Names under which shops keep the lines of an order, compared without case and signs. */
const lineNames =
	/^(?:order|sales|invoice|sale|basket|cart)?(?:lines?|items?|lineitems?|products?|details?|positions?|entries|articles?|rows?|basket|cart|productos|art[ií]culos|detalles?|l[ií]neas|itens|produtos|produits|lignes|artikel|positionen|posten|produkte|prodotti|articoli|righe|producten|regels)$/i;

/** Whether an array under this key, or what is inside one, are the lines of the object around it. */
export function isNameOfLines(key: string): boolean {
	return lineNames.test(key.replaceAll(/[^\p{L}]/gu, ''));
}

/**
 * The arrays of objects inside an object, by the keys that lead there, each with how many it holds.
 * What is inside an array is not looked into.
 */
export function arraysIn(value: Value, path = ''): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const [key, inner] of entriesOf(value)) {
		const place = path === '' ? key : `${path}.${key}`;
		if (Array.isArray(inner)) {
			if (inner.some(isObject)) {
				found.set(place, inner.length);
			}
		} else {
			for (const [deeper, count] of arraysIn(inner, place)) {
				found.set(deeper, count);
			}
		}
	}
	return found;
}

/** Under which MongoDB's exports write a value with its type: `{"$numberDecimal": "35.29"}`. */
const typeNames: ReadonlySet<string> = new Set(
	['oid', 'date', 'numberInt', 'numberLong', 'numberDouble', 'numberDecimal'].map(type => `$${type}`),
);

/**
 * Turns an object into rows: one for each object in the array at `lines`, each with the values around
 * it; one alone where there is no such array. Values inside objects are named by the way that leads to
 * them, `customer.name`; a list of plain values is one text, other lists are JSON.
 */
export function flatten(value: Value, lines: string | undefined): readonly FlatRow[] {
	const common = new Map<string, string>();
	let rows: readonly Value[] = [];
	const walk = (inner: Value, path: string, into: Map<string, string>, isTop: boolean) => {
		for (const [key, each] of entriesOf(inner)) {
			const place = path === '' ? key : key.startsWith('$') && typeNames.has(key) ? path : `${path}.${key}`;
			if (isTop && place === lines && Array.isArray(each)) {
				rows = each;
			} else if (isObject(each)) {
				walk(each, place, into, isTop);
			} else {
				into.set(place, textOf(each));
			}
		}
	};
	walk(value, '', common, true);
	if (rows.length === 0) {
		return [common];
	}
	return rows.map(row => {
		const flat = new Map(common);
		if (isObject(row)) {
			walk(row, lines!, flat, false);
		} else {
			flat.set(lines!, textOf(row));
		}
		return flat;
	});
}

/** A value as the text of a cell: nothing for `null`, a list of plain values by commas, what holds more as JSON. */
export function textOf(value: Value): string {
	switch (typeof value) {
		case 'string':
			return value;
		case 'number':
			return numberText(value);
		case 'object':
			if (value === null) {
				return '';
			}
			if (value instanceof Date) {
				return Number.isNaN(value.getTime()) ? '' : value.toISOString();
			}
			return Array.isArray(value) && value.every(each => typeof each !== 'object')
				? value.map(textOf).join(', ')
				: JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each));
		default:
			return value === undefined ? '' : String(value);
	}
}

/** Without an exponent, which nobody writes by hand. */
function numberText(value: number): string {
	const text = String(value);
	if (!text.includes('e') || !Number.isFinite(value)) {
		return text;
	}
	return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '');
}

function isObject(value: Value): value is {readonly [key: string]: Value} {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function entriesOf(value: Value): readonly (readonly [string, Value])[] {
	return isObject(value) ? Object.entries(value) : [];
}
