import {readFileSync} from 'node:fs';
import {readSeries} from '../../source/series/read-series.ts';

/** The values of a published series in test/fixtures/series. */
export function publishedSeries(name: 'shampoo' | 'airpassengers'): readonly number[] {
	return readSeries(readFileSync(new URL(`../fixtures/series/${name}.csv`, import.meta.url), 'utf8')).values;
}

/** Standard normal numbers, always the same for one seed. */
export function normals(seed: number): () => number {
	let state = seed * 7919 + 1;
	const uniform = () => {
		state = (state * 16_807) % 2_147_483_647;
		return state / 2_147_483_647;
	};
	return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Weeks of a fixed shape around 1000 with noise of a fixed spread. */
export function noisyWeeks(weeks: number, spread: number, seed = 7): number[] {
	const normal = normals(seed);
	return Array.from({length: weeks * 7}, (_, day) => 1000 + 100 * (day % 7) + spread * normal());
}
