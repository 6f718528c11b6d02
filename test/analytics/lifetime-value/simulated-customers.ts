import type {BgNbdParameters} from '../../../source/analytics/lifetime-value/bg-nbd-parameters.ts';
import type {CustomerHistories} from '../../../source/analytics/lifetime-value/customer-histories.ts';
import type {GammaGammaParameters} from '../../../source/analytics/lifetime-value/gamma-gamma-parameters.ts';

export type Simulated = CustomerHistories & {
	readonly monetary: Float64Array;
	/** Purchases in as long a time again, of which a fit knows nothing. */
	readonly later: Float64Array;
	readonly isAlive: readonly boolean[];
};

/** Customers who behave exactly as BG/NBD and Gamma-Gamma say; the same seed gives the same ones. */
export function simulatedCustomers({
	seed,
	customers,
	orders: {r, alpha, a, b},
	spend: {p, q, v},
	periods,
}: {
	readonly seed: number;
	readonly customers: number;
	readonly orders: BgNbdParameters;
	readonly spend: GammaGammaParameters;
	/** How long the shop has been open; customers join evenly over that time. */
	readonly periods: number;
}): Simulated {
	const random = mulberry32(seed);
	const rows = Array.from({length: customers}, () => {
		const age = periods * random();
		const rate = gammaDraw(random, r) / alpha;
		const [leaving, staying] = [gammaDraw(random, a), gammaDraw(random, b)];
		const dropout = leaving / (leaving + staying);
		const scale = v / gammaDraw(random, q);
		const row = {age, frequency: 0, recency: 0, paid: 0, later: 0, isAlive: true};
		const wait = () => -Math.log(random()) / rate;
		for (let at = wait(); at < age + periods; at += wait()) {
			if (at < age) {
				row.frequency++;
				row.recency = at;
				row.paid += scale * gammaDraw(random, p);
			} else {
				row.later++;
			}
			if (random() < dropout) {
				row.isAlive = at >= age;
				break;
			}
		}
		return row;
	});
	const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
	return {
		frequency: column(row => row.frequency),
		recency: column(row => row.recency),
		age: column(row => row.age),
		monetary: column(row => (row.frequency > 0 ? row.paid / row.frequency : 0)),
		revenue: column(row => row.paid),
		later: column(row => row.later),
		isAlive: rows.map(row => row.isAlive),
	};
}

/** Uniform between 0 and 1, never 0 (T. Ettinger). */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d_2b_79_f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
	};
}

/** Of rate 1 (G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000). */
function gammaDraw(random: () => number, shape: number): number {
	if (shape < 1) {
		return gammaDraw(random, shape + 1) * random() ** (1 / shape);
	}
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
		const cube = (1 + c * normal) ** 3;
		if (cube > 0 && Math.log(random()) < normal ** 2 / 2 + d - d * cube + d * Math.log(cube)) {
			return d * cube;
		}
	}
}
