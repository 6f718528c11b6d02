/** The ids with the highest values, kept current as values change one at a time. */
export type TopList = {
	/** Must be called after the value of an id has changed or the id has come. */
	readonly changed: (id: number) => void;
	/** The ids, highest value first; among equals the lower id. */
	readonly ids: () => readonly number[];
};

/**
 * Keeps somewhat more ids than asked for, so that a value that falls rarely costs a new look at all
 * of them: whatever is not kept is known to lie below the lowest that was.
 *
 * @param length how many ids the list holds at the most
 */
export function createTopList(
	length: number,
	values: {
		readonly keys: () => Iterable<number>;
		readonly size: () => number;
		readonly valueFor: (id: number) => number;
	},
): TopList {
	const {keys, size, valueFor} = values;
	const spare = 2 * length;
	const byValue = (a: number, b: number) => valueFor(b) - valueFor(a) || a - b;
	let kept: number[] = [];
	let floor = Number.NEGATIVE_INFINITY;
	let isSorted = true;
	let needsLook = true;

	const lookAtAll = () => {
		kept = [];
		floor = Number.NEGATIVE_INFINITY;
		for (const id of keys()) {
			if (valueFor(id) > floor) {
				kept.push(id);
				if (kept.length >= 2 * spare) {
					cut();
				}
			}
		}
		cut();
		needsLook = false;
	};
	const cut = () => {
		kept.sort(byValue);
		isSorted = true;
		if (kept.length > spare) {
			// Equal values at the cut stay, so that the floor divides strictly.
			let end = spare;
			while (end < kept.length && valueFor(kept[end]!) === valueFor(kept[spare - 1]!)) {
				end++;
			}
			if (end < kept.length) {
				floor = valueFor(kept[end]!);
				kept.length = end;
			}
		}
	};

	return {
		changed(id) {
			if (needsLook) {
				return;
			}
			isSorted = false;
			const isKept = kept.includes(id);
			if (valueFor(id) > floor) {
				if (!isKept) {
					kept.push(id);
				}
			} else if (isKept) {
				kept.splice(kept.indexOf(id), 1);
				needsLook = kept.length < Math.min(length, size());
			}
		},
		ids() {
			if (needsLook) {
				lookAtAll();
			} else if (!isSorted || kept.length > 2 * spare) {
				cut();
			}
			return kept.slice(0, length);
		},
	};
}
