import type {Random} from './random.ts';

/**
 * Items that come and go, drawn with the probability of their weight.
 *
 * A binary tree of sums over slots: adding, removing and drawing take a step per level.
 */
export class WeightedSet<Item> {
	#capacity = 1024;
	/** The sum below each node; the root is 1, the leaf of a slot is capacity + slot. */
	#sums = new Float64Array(2 * this.#capacity);
	readonly #items: (Item | undefined)[] = [];
	readonly #free: number[] = [];

	/** @returns the slot by which the item is removed. */
	add(item: Item, weight: number): number {
		const slot = this.#free.pop() ?? this.#items.length;
		if (slot === this.#capacity) {
			this.#grow();
		}
		this.#items[slot] = item;
		this.#weigh(slot, weight);
		return slot;
	}

	remove(slot: number): void {
		this.#items[slot] = undefined;
		this.#free.push(slot);
		this.#weigh(slot, 0);
	}

	/** @returns `undefined` when the set is empty. */
	draw(random: Random): Item | undefined {
		let rest = random() * this.#sums[1]!;
		let node = 1;
		while (node < this.#capacity) {
			node *= 2;
			const left = this.#sums[node]!;
			if (rest >= left && this.#sums[node + 1]! > 0) {
				rest -= left;
				node++;
			}
		}
		return this.#items[node - this.#capacity];
	}

	/** Sums are added up anew from the leaf, so that no rounding error gathers over months. */
	#weigh(slot: number, weight: number): void {
		let node = this.#capacity + slot;
		this.#sums[node] = weight;
		while (node > 1) {
			node >>= 1;
			this.#sums[node] = this.#sums[2 * node]! + this.#sums[2 * node + 1]!;
		}
	}

	#grow(): void {
		const leaves = this.#sums.subarray(this.#capacity);
		this.#capacity *= 2;
		this.#sums = new Float64Array(2 * this.#capacity);
		this.#sums.set(leaves, this.#capacity);
		for (let node = this.#capacity - 1; node > 0; node--) {
			this.#sums[node] = this.#sums[2 * node]! + this.#sums[2 * node + 1]!;
		}
	}
}
