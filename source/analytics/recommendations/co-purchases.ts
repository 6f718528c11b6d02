import {type PackedLists, packDistinct, transpose} from './packed-lists.ts';

/** Products that were counted with one product; `counts` is zero for all others. */
export type CountsOfOne = {readonly counts: Int32Array; readonly products: Int32Array; length: number};

/**
 * Who has what, yes or no, however often it was bought; an owner is a customer or a basket.
 *
 * Nothing is stored by pair: a product's row is counted through its owners when it is asked for, and
 * from then on kept up as more is added. Memory grows with the purchases and the rows asked for.
 */
export class CoPurchases {
	readonly productCount: number;
	#ownerCount = 0;
	#ownersOfSeveral = 0;
	readonly #productsOf: PackedLists;
	readonly #ownersOf: PackedLists;
	/** How many have each product. */
	readonly #ownerCounts: Int32Array;
	/** What was added since: by owner, and by product. */
	readonly #moreProductsOf = new Map<number, number[]>();
	readonly #moreOwnersOf = new Map<number, number[]>();
	readonly #rows = new Map<number, Int32Array>();

	/**
	 * @param ownerOf and `productOf`: who has what, pair by pair, in any order and any number of times
	 * @param ownerLimit above every owner in it
	 */
	constructor(
		ownerOf: Int32Array,
		productOf: Int32Array,
		{ownerLimit, productCount}: {readonly ownerLimit: number; readonly productCount: number},
	) {
		this.productCount = productCount;
		this.#productsOf = packDistinct(ownerOf, productOf, {keyCount: ownerLimit, valueCount: productCount});
		this.#ownersOf = transpose(this.#productsOf, productCount);
		const ends = this.#ownersOf.starts;
		this.#ownerCounts = Int32Array.from(
			{length: productCount},
			(_, product) => ends[product + 1]! - ends[product]!,
		);
		const {starts} = this.#productsOf;
		for (let owner = 0; owner < ownerLimit; owner++) {
			const products = starts[owner + 1]! - starts[owner]!;
			this.#ownerCount += products > 0 ? 1 : 0;
			this.#ownersOfSeveral += products > 1 ? 1 : 0;
		}
	}

	/** How many have anything. */
	get ownerCount(): number {
		return this.#ownerCount;
	}

	/** How many have two products or more. */
	get ownersOfSeveral(): number {
		return this.#ownersOfSeveral;
	}

	/** How many have that product. */
	ownersOf(product: number): number {
		return this.#ownerCounts[product]!;
	}

	/** What an owner has, in no particular order. */
	productsOf(owner: number): readonly number[] {
		const {starts, values} = this.#productsOf;
		const first = owner + 1 < starts.length ? values.subarray(starts[owner], starts[owner + 1]) : [];
		return [...first, ...(this.#moreProductsOf.get(owner) ?? [])];
	}

	/** An owner buys more; what they had already changes nothing. */
	add(owner: number, bought: readonly number[]): void {
		const had = new Set(this.productsOf(owner));
		for (const product of bought) {
			if (had.has(product)) {
				continue;
			}
			this.#ownerCount += had.size === 0 ? 1 : 0;
			this.#ownersOfSeveral += had.size === 1 ? 1 : 0;
			const row = this.#rows.get(product);
			for (const other of had) {
				if (row) {
					row[other]!++;
				}
				const otherRow = this.#rows.get(other);
				if (otherRow) {
					otherRow[product]!++;
				}
			}
			if (row) {
				row[product]!++;
			}
			this.#ownerCounts[product]!++;
			had.add(product);
			append(this.#moreProductsOf, owner, product);
			append(this.#moreOwnersOf, product, owner);
		}
	}

	/** How many have both that product and each other one; at its own place, how many have it. */
	row(product: number): Int32Array {
		let counts = this.#rows.get(product);
		if (!counts) {
			const counting = this.startCounting();
			this.count(product, counting);
			counts = counting.counts;
			this.#rows.set(product, counts);
		}
		return counts;
	}

	/** Room for `count`, to be used for one product after another. */
	startCounting(): CountsOfOne {
		return {
			counts: new Int32Array(this.productCount),
			products: new Int32Array(this.productCount),
			length: 0,
		};
	}

	/** Counts as `row` does, but forgets it with the next: for going through all products. */
	count(product: number, into: CountsOfOne): void {
		const {counts, products} = into;
		for (let place = 0; place < into.length; place++) {
			counts[products[place]!] = 0;
		}
		const {starts, values} = this.#productsOf;
		const owners = this.#ownersOf;
		let length = 0;
		// All of the time goes into this loop, so nothing else is done in it.
		for (let entry = owners.starts[product]!; entry < owners.starts[product + 1]!; entry++) {
			const owner = owners.values[entry]!;
			const end = starts[owner + 1]!;
			for (let place = starts[owner]!; place < end; place++) {
				const other = values[place]!;
				const before = counts[other]!;
				counts[other] = before + 1;
				if (before === 0) {
					products[length++] = other;
				}
			}
		}
		into.length = length;
		this.#countAdded(product, into);
	}

	/** Pairs of which one was added later, or both. */
	#countAdded(product: number, into: CountsOfOne): void {
		const {counts, products} = into;
		const countAll = (others: Iterable<number>) => {
			for (const other of others) {
				if (counts[other]!++ === 0) {
					products[into.length++] = other;
				}
			}
		};
		if (this.#moreProductsOf.size === 0) {
			return;
		}
		const owners = this.#ownersOf;
		for (let entry = owners.starts[product]!; entry < owners.starts[product + 1]!; entry++) {
			countAll(this.#moreProductsOf.get(owners.values[entry]!) ?? []);
		}
		for (const owner of this.#moreOwnersOf.get(product) ?? []) {
			countAll(this.productsOf(owner));
		}
	}
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
	const list = lists.get(key);
	if (list) {
		list.push(value);
	} else {
		lists.set(key, [value]);
	}
}
