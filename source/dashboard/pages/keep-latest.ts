/** Works a value out once for as long as its key stays the same. */
export function keepLatest<Value>(): (key: string, work: () => Value) => Value {
	let kept: {readonly key: string; readonly value: Value} | undefined;
	return (key, work) => {
		if (kept?.key !== key) {
			kept = {key, value: work()};
		}
		return kept.value;
	};
}
