/** Things that wait for their moment: the earliest comes first. A binary heap. */
export class DueQueue<Item> {
	readonly #entries: {readonly due: number; readonly item: Item}[] = [];

	/** `Infinity` when nothing waits. */
	get nextDue(): number {
		return this.#entries[0]?.due ?? Number.POSITIVE_INFINITY;
	}

	add(due: number, item: Item): void {
		const entries = this.#entries;
		const entry = {due, item};
		let hole = entries.length;
		while (hole > 0) {
			const parent = (hole - 1) >> 1;
			if (entries[parent]!.due <= due) {
				break;
			}
			entries[hole] = entries[parent]!;
			hole = parent;
		}
		entries[hole] = entry;
	}

	/** Takes out the earliest, whether its moment has come or not. */
	take(): Item | undefined {
		const entries = this.#entries;
		const first = entries[0];
		const last = entries.pop();
		if (first && last && entries.length > 0) {
			let hole = 0;
			for (;;) {
				let child = 2 * hole + 1;
				if (child + 1 < entries.length && entries[child + 1]!.due < entries[child]!.due) {
					child++;
				}
				if (child >= entries.length || entries[child]!.due >= last.due) {
					break;
				}
				entries[hole] = entries[child]!;
				hole = child;
			}
			entries[hole] = last;
		}
		return first?.item;
	}
}
