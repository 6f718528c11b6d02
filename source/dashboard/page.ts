/** One thing that a page is about. Categories and regions go by their names, which are unique. */
export type PageSubject =
	| {readonly kind: 'category' | 'region'; readonly name: string}
	| {readonly kind: 'product' | 'customer' | 'order'; readonly id: number};
