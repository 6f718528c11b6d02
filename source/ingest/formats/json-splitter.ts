/** A value of JSON text, still as text. */
export type JsonPiece = {
	/** The keys that lead to the array which it is an element of, from the outside; none at the top. */
	readonly path: string;
	readonly text: string;
	/** The line on which it begins, counted from 1. */
	readonly line: number;
};

export type JsonSplitter = {
	/** Takes more text and gives the values that end in it. */
	readonly push: (text: string) => JsonPiece[];
	/** What is left when there is no more text: the beginning of a value, or nothing. */
	readonly end: () => JsonPiece | undefined;
};

/**
 * What the records are: the values that follow one another, the elements of the one array, or the
 * elements of every array of objects that lies in an object.
 */
export type JsonLayout = 'values' | 'array' | 'wrapped';

const newline = 10;

/** In characters: what is longer is no order. */
const longestValue = 1 << 26;

/**
 * Cuts JSON text that comes in pieces into its records, without reading what is in them. It never
 * holds more than one record and the piece of text that it ends in.
 *
 * @throws RangeError for a record that is far too long to be one
 */
export function createJsonSplitter(layout: JsonLayout): JsonSplitter {
	const structure = /["{}[\],:]/g;
	/** Brackets around the records, each with the key under which it stands. */
	const around: {readonly bracket: string; readonly key: string}[] = [];
	let rest = '';
	let line = 1;
	/** Up to where in `rest` the lines are counted, and up to where it is read. */
	let counted = 0;
	let read = 0;
	/** How deep inside a record; 0 between records. */
	let depth = 0;
	/** Where the record begins, or what stands between two of them. */
	let start = 0;
	let latestText = '';
	let key = '';
	let pieces: JsonPiece[] = [];

	const isAmongRecords = (): boolean => {
		switch (layout) {
			case 'values':
				return around.length === 0;
			case 'array':
				return around.length === 1;
			case 'wrapped':
				return around.at(-1)?.bracket === '[';
		}
	};

	const countTo = (end: number) => {
		for (let at = counted; at < end; at++) {
			if (rest.charCodeAt(at) === newline) {
				line++;
			}
		}
		counted = end;
	};

	const keep = (end: number) => {
		const path = around.flatMap(({key: each}) => (each === '' ? [] : [each])).join('.');
		const text = rest.slice(start, end);
		countTo(start + (text.length - text.trimStart().length));
		pieces.push({path, text: text.trim(), line});
		start = end;
	};

	/** What stands between records and is none, such as a number. */
	const keepStray = (end: number) => {
		if (layout !== 'wrapped' && isAmongRecords() && rest.slice(start, end).trim() !== '') {
			keep(end);
		}
	};

	const stepBetween = (sign: string, at: number) => {
		switch (sign) {
			case '{':
			case '[':
				keepStray(at);
				start = at;
				if (isAmongRecords()) {
					depth = 1;
					return;
				}
				around.push({bracket: sign, key});
				key = '';
				break;
			case '}':
			case ']':
				keepStray(at);
				around.pop();
				break;
			case ':':
				key = latestText;
				break;
			case ',':
				keepStray(at);
				key = '';
				break;
		}
		start = at + 1;
	};

	const stepInside = (sign: string, at: number) => {
		if (sign === '{' || sign === '[') {
			depth++;
		} else if (sign === '}' || sign === ']') {
			depth--;
			if (depth === 0) {
				keep(at + 1);
			}
		}
	};

	const scan = () => {
		for (;;) {
			structure.lastIndex = read;
			const found = structure.exec(rest);
			if (!found) {
				read = rest.length;
				return;
			}
			const at = found.index;
			if (found[0] === '"') {
				const end = endOfText(rest, at + 1);
				if (end < 0) {
					read = at;
					return;
				}
				if (depth === 0) {
					latestText = rest.slice(at + 1, end);
				}
				read = end + 1;
			} else {
				read = at + 1;
				if (depth === 0) {
					stepBetween(found[0], at);
				} else {
					stepInside(found[0], at);
				}
			}
		}
	};

	return {
		push(text) {
			rest += text;
			pieces = [];
			scan();
			if (rest.length - start > longestValue) {
				throw new RangeError(`line ${line} begins a value of more than ${longestValue} characters`);
			}
			countTo(start);
			rest = rest.slice(start);
			read -= start;
			counted -= start;
			start = 0;
			return pieces;
		},
		end() {
			const text = rest.trim();
			countTo(rest.length - rest.trimStart().length);
			return text !== '' || around.length > 0 ? {path: '', text, line} : undefined;
		},
	};
}

/** Where the quote is that ends a text; -1 when it is still to come. */
function endOfText(json: string, from: number): number {
	for (let at = json.indexOf('"', from); at >= 0; at = json.indexOf('"', at + 1)) {
		let back = at;
		while (back > from && json[back - 1] === '\\') {
			back--;
		}
		if ((at - back) % 2 === 0) {
			return at;
		}
	}
	return -1;
}
