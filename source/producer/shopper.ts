import {faker} from '@faker-js/faker/locale/en';
import type {Customer} from '../order.ts';
import type {Catalogue} from './catalogue.ts';
import {beta, exponential, gamma} from './distributions.ts';
import {type Random, randomStream} from './random.ts';

/**
 * How customers differ. Buying and dropping out follow the BG/NBD model (Fader, Hardie and Lee 2005):
 * purchases per day are Poisson with a gamma-distributed rate, and after each repeat purchase a
 * customer falls silent for good with a beta-distributed probability.
 */
const rateShape = 0.65;
const meanRate = 0.15;
const dropOut = {a: 1.3, b: 15};
/** Money spent, against the average customer: gamma with mean 1. */
const spendShape = 3;
/** Days after which everybody has moved away. */
const longestLifetime = 400;

/** One customer of the simulated shop; times are days on its clock. */
export type Shopper = {
	readonly index: number;
	/** The moment of the first purchase. */
	readonly arrivesAt: number;
	/** The moment of the last purchase. */
	readonly leavesAt: number;
	/** Purchases a day between the first and the last. */
	readonly rate: number;
	/** 1 for the average customer. */
	readonly spend: number;
	/** Indices into the catalogue. */
	readonly region: number;
	readonly favourite: number;
	readonly secondFavourite: number;
	/** Made up when they first buy in this run, the same each time. */
	customer: Customer | undefined;
	/** Index of the product that they chose first when they last bought in this run. */
	lastChosen: number | undefined;
};

export type ShopperSource = {
	readonly catalogue: Catalogue;
	readonly seed: number;
	readonly arrivalsPerDay: number;
	readonly drawRegion: (random: Random) => number;
};

/**
 * The index-th customer, all of it derived from the seed: nothing is remembered to know who is alive.
 *
 * A purchase is the last with probability p, so last purchases come at the rate p × rate and all
 * others at (1 − p) × rate, independently: the lifetime is exponential, and BG/NBD holds exactly.
 */
export function createShopper(source: ShopperSource, index: number): Shopper {
	const random = randomStream(source.seed, 'customer', index);
	const arrivesAt = (index + random()) / source.arrivalsPerDay - longestLifetime;
	const purchaseRate = gamma(random, rateShape, meanRate / rateShape);
	const lastShare = beta(random, dropOut.a, dropOut.b);
	const lifetime = Math.min(longestLifetime, exponential(random, 1 / (purchaseRate * lastShare)));
	const {categories} = source.catalogue;
	return {
		index,
		arrivesAt,
		leavesAt: arrivesAt + lifetime,
		rate: purchaseRate * (1 - lastShare),
		spend: gamma(random, spendShape, 1 / spendShape),
		region: source.drawRegion(random),
		favourite: Math.floor(random() * categories.length),
		secondFavourite: Math.floor(random() * categories.length),
		customer: undefined,
		lastChosen: undefined,
	};
}

const {first_name: firstNames, last_name: lastNames} = faker.definitions.person;
const first = [...(firstNames.female ?? []), ...(firstNames.male ?? [])];
const last = lastNames.generic ?? [];

/** Who the shopper is. The address holds the seed and index, so it is unique on any database. */
export function customerOf({catalogue, seed}: ShopperSource, shopper: Shopper): Customer {
	const random = randomStream(seed, 'name', shopper.index);
	const firstName = pick(random, first);
	const lastName = pick(random, last);
	const mailbox = `${firstName}.${lastName}`.toLowerCase().replaceAll(/[^a-z.]/g, '');
	return {
		code: `${seed}-${String(shopper.index).padStart(5, '0')}`,
		name: `${firstName} ${lastName}`,
		email: `${mailbox}.${shopper.index}@shop${seed}.example.com`,
		age: 18 + Math.floor(65 * beta(random, 1.8, 3)),
		region: catalogue.regions[shopper.region]!.name,
	};
}

function pick(random: Random, names: readonly string[]): string {
	return names[Math.floor(random() * names.length)]!;
}
