/** The views, by the digit that opens them. */
export const viewNames = [
	'overview',
	'categories',
	'trend',
	'customers',
	'products',
	'regions',
	'live',
	'data',
] as const;

export type ViewName = (typeof viewNames)[number];

export const viewTitles: Readonly<Record<ViewName, string>> = {
	overview: 'Overview',
	categories: 'Categories',
	trend: 'Trend',
	customers: 'Customers',
	products: 'Products',
	regions: 'Regions',
	live: 'Live',
	data: 'Data',
};
