import * as z from 'zod';
import json from '../../data/catalogue.json' with {type: 'json'};
import {parseMoney} from '../money.ts';

const units = z.int().positive();
const weight = z.number().positive();
/** Per quarter on top of the whole shop's growth: 0.1 for ten percent. */
const growthPerQuarter = z.number().gt(-1);

const price = z.string().transform((text, context) => {
	const money = parseMoney(text);
	if (money === undefined || money < 0) {
		context.addIssue(`"${text}" is no price: write a decimal such as "12.90"`);
		return z.NEVER;
	}
	return money;
});

const product = z.object({
	code: z.string().min(1),
	name: z.string().min(1),
	price,
	/** How often it is bought, against the other products of its category. */
	popularity: weight,
	/** Units on the first day. */
	stock: z.int().nonnegative(),
	/** At so many units, or fewer, more are ordered. */
	reorderLevel: units,
	/** Units that an order fills the stock up to. */
	orderUpTo: units,
	/** Days from ordering to arrival, on the whole. */
	leadDays: weight,
});

const category = z.object({
	name: z.string().min(1),
	/** Of all baskets, how many begin here. */
	share: weight,
	/** How likely a bought line comes back. */
	returnRate: z.number().min(0).max(1),
	growthPerQuarter,
	/** From midnight, any scale. */
	hours: z.array(z.number().nonnegative()).length(24),
	/** From Monday, any scale. */
	weekdays: z.array(z.number().nonnegative()).length(7),
	products: z.array(product).min(1),
});

const region = z.object({
	name: z.string().min(1),
	share: weight,
	growthPerQuarter,
	/** How much more (above 1) or less a category is bought here than elsewhere. */
	taste: z.record(z.string(), weight),
});

const schema = z
	.object({
		/** Of all sales: 0.12 for twelve percent. */
		growthPerQuarter,
		/** The pace that the stock levels are made for. */
		stockForOrdersPerDay: weight,
		/** Of the orders in shopping hours, how many are made in a store. */
		storeShare: z.number().min(0).max(1),
		categories: z.array(category).min(1),
		/** Groups of products that are bought together, by code. */
		affinities: z.array(z.array(z.string()).min(2)),
		regions: z.array(region).min(1),
		stores: z.array(z.object({name: z.string(), city: z.string(), region: z.string()})),
	})
	.superRefine(({categories, affinities, regions, stores}, context) => {
		const codes = categories.flatMap(({products}) => products.map(({code}) => code));
		const known = new Set([...codes, ...categories.map(({name}) => name), ...regions.map(({name}) => name)]);
		const named = [
			...affinities.flat(),
			...regions.flatMap(({taste}) => Object.keys(taste)),
			...stores.map(store => store.region),
		];
		for (const name of named.filter(name => !known.has(name))) {
			context.addIssue(`"${name}" is named but nowhere defined`);
		}
		if (new Set(codes).size < codes.length) {
			context.addIssue('two products have one code');
		}
	});

/** What the simulated shop sells, where and when: the shape of `data/catalogue.json`. */
export type Catalogue = z.infer<typeof schema>;

/** @throws Error that lists what is wrong and where. */
export function parseCatalogue(value: unknown): Catalogue {
	const result = schema.safeParse(value);
	if (!result.success) {
		throw new Error(`the catalogue is not usable:\n${z.prettifyError(result.error)}`, {cause: result.error});
	}
	return result.data;
}

/** The catalogue that comes with salesmon. */
export function loadCatalogue(): Catalogue {
	return parseCatalogue(json);
}
