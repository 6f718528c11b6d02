/** The ids with the highest values, kept current as values change one at a time. */
export type TopList = {
	/** Must be called after the value of an id has changed, or the id has come or gone. */
	readonly changed: (id: number) => void;
	/** The ids, highest value first; among equals the lower id. */
	readonly ids: () => readonly number[];
};

type Entry = {readonly id: number; readonly value: number};

/**
 * Keeps somewhat more ids than asked for, in order, so that a value that falls rarely costs a new look
 * at all of them: whatever is not kept is known to lie below the lowest that was.
 *
 * @param length how many ids the list holds at the most
 */
export function createTopList(
	length: number,
	values: {
		readonly keys: () => Iterable<number>;
		readonly size: () => number;
		/** Absent once the id has gone. */
		readonly valueFor: (id: number) => number | undefined;
	},
): TopList {
	const {keys, size, valueFor} = values;
	const spare = 2 * length;
	let kept: Entry[] = [];
	/** Whatever is not kept has at most this value. */
	let floor = Number.NEGATIVE_INFINITY;
	let needsLook = true;

	const lookAtAll = () => {
		kept = [];
		floor = Number.NEGATIVE_INFINITY;
		for (const id of keys()) {
			const value = valueFor(id) ?? 0;
			if (value > floor) {
				kept.push({id, value});
				if (kept.length >= 2 * spare) {
					kept.sort(compare);
					cut();
				}
			}
		}
		kept.sort(compare);
		cut();
		needsLook = false;
	};
	const cut = () => {
		if (kept.length > spare) {
			// Equal values at the cut stay, so that the floor divides strictly.
			let end = spare;
			while (end < kept.length && kept[end]!.value === kept[spare - 1]!.value) {
				end++;
			}
			if (end < kept.length) {
				floor = kept[end]!.value;
				kept.length = end;
			}
		}
	};

	return {
		changed(id) {
			if (needsLook) {
				return;
			}
			const index = kept.findIndex(entry => entry.id === id);
			if (index >= 0) {
				kept.splice(index, 1);
			}
			const value = valueFor(id);
			if (value !== undefined && value > floor) {
				const entry = {id, value};
				kept.splice(placeOf(entry, kept), 0, entry);
				if (kept.length > 2 * spare) {
					cut();
				}
			} else {
				needsLook = kept.length < Math.min(length, size());
			}
		},
		ids() {
			if (needsLook) {
				lookAtAll();
			}
			return kept.slice(0, length).map(({id}) => id);
		},
	};
}

function compare(a: Entry, b: Entry): number {
	return b.value - a.value || a.id - b.id;
}

/** Where an entry belongs among others that are in order. */
function placeOf(entry: Entry, entries: readonly Entry[]): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(entries[middle]!, entry) < 0) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
