/** A list of numbers for each of 0, 1, 2 …: that of n lies from starts[n] up to starts[n + 1]. */
export type PackedLists = {readonly starts: Int32Array; readonly values: Int32Array};

/** Each key's distinct values in ascending order, from pairs in any order (a sparse matrix by rows, CSR). */
export function packDistinct(
	keys: Int32Array,
	values: Int32Array,
	{keyCount, valueCount}: {readonly keyCount: number; readonly valueCount: number},
): PackedLists {
	// A stable sort by counting, first by value, then by key.
	const byValue = pack(values, keys, valueCount);
	const sorted = transpose(byValue, keyCount);
	const starts = new Int32Array(keyCount + 1);
	let end = 0;
	for (let key = 0; key < keyCount; key++) {
		for (let place = sorted.starts[key]!; place < sorted.starts[key + 1]!; place++) {
			const value = sorted.values[place]!;
			if (end === starts[key] || sorted.values[end - 1] !== value) {
				sorted.values[end++] = value;
			}
		}
		starts[key + 1] = end;
	}
	return {starts, values: sorted.values.slice(0, end)};
}

/** The keys of each value, in ascending order. */
export function transpose({starts, values}: PackedLists, valueCount: number): PackedLists {
	const keys = new Int32Array(values.length);
	for (let key = 0; key + 1 < starts.length; key++) {
		keys.fill(key, starts[key], starts[key + 1]);
	}
	return pack(values, keys, valueCount);
}

function pack(keys: Int32Array, values: Int32Array, keyCount: number): PackedLists {
	const starts = new Int32Array(keyCount + 1);
	for (const key of keys) {
		starts[key + 1]!++;
	}
	for (let key = 0; key < keyCount; key++) {
		starts[key + 1]! += starts[key]!;
	}
	const next = starts.slice(0, keyCount);
	const packed = new Int32Array(values.length);
	for (let place = 0; place < keys.length; place++) {
		packed[next[keys[place]!]!++] = values[place]!;
	}
	return {starts, values: packed};
}
