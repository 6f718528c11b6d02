/** Ids of rows, a bit each: ids of one table lie close together. */
export type IdSet = {
	readonly has: (id: number) => boolean;
	readonly add: (id: number) => void;
	readonly remove: (id: number) => void;
};

const idsPerPage = 1 << 16;

/** An empty set; 8 KiB for each 65,536 ids that any of them lies among. */
export function createIdSet(): IdSet {
	const pages = new Map<number, Uint8Array>();
	return {
		has(id) {
			const page = pages.get(Math.floor(id / idsPerPage));
			const place = id % idsPerPage;
			return page !== undefined && (page[place >> 3]! & (1 << (place & 7))) !== 0;
		},
		add(id) {
			const number = Math.floor(id / idsPerPage);
			let page = pages.get(number);
			if (!page) {
				page = new Uint8Array(idsPerPage / 8);
				pages.set(number, page);
			}
			const place = id % idsPerPage;
			page[place >> 3]! |= 1 << (place & 7);
		},
		remove(id) {
			const page = pages.get(Math.floor(id / idsPerPage));
			const place = id % idsPerPage;
			if (page) {
				page[place >> 3]! &= ~(1 << (place & 7));
			}
		},
	};
}
