/** Means of equal stretches, so that a long series fits few columns; a short one stays as it is. */
export function shrink(values: readonly number[], length: number): readonly number[] {
	if (values.length <= length || length < 1) {
		return length < 1 ? [] : values;
	}
	return Array.from({length}, (_, index) => {
		const from = Math.floor((index * values.length) / length);
		const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / length));
		return values.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
	});
}

/** The series read at `length` evenly spaced places, from its first value to its last. */
export function interpolate(values: readonly number[], length: number): readonly number[] {
	if (values.length === 0 || length < 1) {
		return [];
	}
	return Array.from({length}, (_, index) => {
		const place = length === 1 ? values.length - 1 : (index * (values.length - 1)) / (length - 1);
		const before = Math.floor(place);
		const after = Math.min(values.length - 1, before + 1);
		return values[before]! + (values[after]! - values[before]!) * (place - before);
	});
}
