import type {StoreQuestions} from '../store/store-questions.ts';

/** Names of dimension rows, asked for once each. */
export type NameBook = {
	readonly category: (id: number) => string;
	readonly region: (id: number) => string;
	readonly product: (id: number) => {readonly code: string; readonly name: string; readonly category: string};
	readonly customer: (id: number) => {
		readonly code: string;
		readonly name: string;
		readonly region: string | undefined;
	};
	readonly categoryOf: (productId: number) => number;
	/** Must be called after names or categories have changed. */
	readonly forget: () => void;
};

/** Knows nothing at first, and asks when a name is wanted. */
export function createNameBook({names}: StoreQuestions): NameBook {
	const category = remembering(names.category);
	const region = remembering(names.region);
	const product = remembering(id => {
		const {code, name, categoryId} = names.product(id);
		return {categoryId, shown: {code: code ?? String(id), name, category: category.of(categoryId)}};
	});
	const customer = remembering(id => {
		const row = names.customer(id);
		const code = row.code ?? String(id);
		return {code, name: row.name ?? code, region: row.region ?? undefined};
	});
	return {
		category: category.of,
		region: region.of,
		product: id => product.of(id).shown,
		customer: customer.of,
		categoryOf: id => product.of(id).categoryId,
		forget() {
			for (const memory of [category, region, product, customer]) {
				memory.clear();
			}
		},
	};
}

/** More customers than this are not remembered at once. */
const mostRemembered = 20_000;

function remembering<Value>(find: (id: number) => Value) {
	const known = new Map<number, Value>();
	return {
		of(id: number): Value {
			let value = known.get(id);
			if (value === undefined) {
				if (known.size >= mostRemembered) {
					known.clear();
				}
				value = find(id);
				known.set(id, value);
			}
			return value;
		},
		clear: () => {
			known.clear();
		},
	};
}
