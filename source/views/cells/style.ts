/** How a cell is painted. Colours are the numbers of their SGR code, such as `38;5;12` or `31`. */
export type CellStyle = {
	readonly foreground: string;
	readonly background: string;
	/** SGR numbers of bold, dim and inverse that are on, ascending. */
	readonly marks: readonly number[];
};

export const plainStyle: CellStyle = {foreground: '', background: '', marks: []};

/** Which marks a closing code ends. */
const closes: Readonly<Record<number, readonly number[]>> = {
	22: [1, 2],
	27: [7],
};

const known = new Map<string, CellStyle>([[keyOf(plainStyle), plainStyle]]);

/** One object a style, so that styles are compared by reference. */
function shared(style: CellStyle): CellStyle {
	const key = keyOf(style);
	const same = known.get(key);
	if (same) {
		return same;
	}
	known.set(key, style);
	return style;
}

function keyOf({foreground, background, marks}: CellStyle): string {
	return `${foreground}|${background}|${marks.join(';')}`;
}

const styles = new Map<CellStyle, Map<string, CellStyle>>();

/**
 * The style after an SGR sequence.
 *
 * @param parameters what stands between `ESC[` and `m`
 */
export function styleAfter(style: CellStyle, parameters: string): CellStyle {
	let ofStyle = styles.get(style);
	if (!ofStyle) {
		ofStyle = new Map();
		styles.set(style, ofStyle);
	}
	let after = ofStyle.get(parameters);
	if (!after) {
		after = changedStyle(style, parameters);
		ofStyle.set(parameters, after);
	}
	return after;
}

function changedStyle(style: CellStyle, parameters: string): CellStyle {
	const codes = parameters.split(';').map(Number);
	let {foreground, background, marks} = style;
	for (let index = 0; index < codes.length; index++) {
		const code = codes[index]!;
		if (code === 38 || code === 48) {
			const length = codes[index + 1] === 5 ? 3 : 5;
			const color = codes.slice(index, index + length).join(';');
			index += length - 1;
			if (code === 38) {
				foreground = color;
			} else {
				background = color;
			}
		} else if (code === 0) {
			({foreground, background, marks} = plainStyle);
		} else if (code === 39) {
			foreground = '';
		} else if (code === 49) {
			background = '';
		} else if (code in closes) {
			marks = marks.filter(mark => !closes[code]!.includes(mark));
		} else if (code < 10) {
			marks = [...new Set([...marks, code])].sort((a, b) => a - b);
		} else if (code < 40 || (code >= 90 && code < 100)) {
			foreground = String(code);
		} else {
			background = String(code);
		}
	}
	return shared({foreground, background, marks});
}

const transitions = new Map<CellStyle, Map<CellStyle, string>>();

/** The shortest SGR sequence that turns one style into another; empty where they are the same. */
export function transition(from: CellStyle, to: CellStyle): string {
	if (from === to) {
		return '';
	}
	let ofFrom = transitions.get(from);
	if (!ofFrom) {
		ofFrom = new Map();
		transitions.set(from, ofFrom);
	}
	let sequence = ofFrom.get(to);
	if (sequence === undefined) {
		sequence = shortestTransition(from, to);
		ofFrom.set(to, sequence);
	}
	return sequence;
}

function shortestTransition(from: CellStyle, to: CellStyle): string {
	const anew = ['', ...to.marks, to.foreground, to.background].filter(
		(code, index) => index === 0 || code !== '',
	);
	const fromStart = `\u001B[${anew.join(';')}m`;
	const isKept = from.marks.every(mark => to.marks.includes(mark));
	if (!isKept) {
		return fromStart;
	}
	const change = [
		...to.marks.filter(mark => !from.marks.includes(mark)),
		...(from.foreground === to.foreground ? [] : [to.foreground || 39]),
		...(from.background === to.background ? [] : [to.background || 49]),
	];
	const fromBefore = `\u001B[${change.join(';')}m`;
	return fromBefore.length <= fromStart.length ? fromBefore : fromStart;
}
