/** Which parts an exponential smoothing model has, and how they join: A added, M multiplied, N none. */
export type EtsForm = {
	readonly error: 'A' | 'M';
	readonly trend: 'N' | 'A' | 'Ad';
	readonly season: 'N' | 'A' | 'M';
};

/** As in the literature: `ETS(A,Ad,M)`. */
export function etsName({error, trend, season}: EtsForm): string {
	return `ETS(${error},${trend},${season})`;
}

/**
 * The forms worth trying, simplest first. As in R's `ets`, an added error does not go with a multiplied
 * season (its variance is not stable), and nothing is multiplied in series that touch zero.
 */
export function etsForms(hasSeason: boolean, isPositive: boolean): EtsForm[] {
	const forms: EtsForm[] = [];
	for (const season of hasSeason ? (['N', 'A', 'M'] as const) : (['N'] as const)) {
		for (const trend of ['N', 'A', 'Ad'] as const) {
			for (const error of ['A', 'M'] as const) {
				const isUnstable = error === 'A' && season === 'M';
				const multiplies = error === 'M' || season === 'M';
				if (!isUnstable && (isPositive || !multiplies)) {
					forms.push({error, trend, season});
				}
			}
		}
	}
	return forms;
}
