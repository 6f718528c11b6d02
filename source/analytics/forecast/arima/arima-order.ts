/** The orders of ARIMA(p,d,q)(P,D,Q)[season]; without a season the second three are 0. */
export type ArimaOrder = {
	readonly p: number;
	readonly d: number;
	readonly q: number;
	readonly seasonalP: number;
	readonly seasonalD: number;
	readonly seasonalQ: number;
	readonly season: number;
};

const highest = {p: 12, d: 2, q: 5, seasonalP: 2, seasonalD: 1, seasonalQ: 2, season: 53};

/**
 * Reads `arima(5,1,0)` or `arima(0,1,1)(0,1,1)[12]`; capitals and spaces do not matter.
 *
 * @returns undefined for anything else
 * @throws RangeError that names an order which is too high
 */
export function parseArimaOrder(text: string): ArimaOrder | undefined {
	const triple = String.raw`\((\d+),(\d+),(\d+)\)`;
	const match = new RegExp(`^arima${triple}(?:${triple}\\[(\\d+)\\])?$`, 'i').exec(
		text.replaceAll(/\s/g, ''),
	);
	if (!match) {
		return undefined;
	}
	const [p, d, q, seasonalP, seasonalD, seasonalQ, season] = match.slice(1).map(part => Number(part ?? 0));
	const order: ArimaOrder = {
		p: p!,
		d: d!,
		q: q!,
		seasonalP: seasonalP!,
		seasonalD: seasonalD!,
		seasonalQ: seasonalQ!,
		season: season!,
	};
	for (const [name, value] of Object.entries(order) as [keyof ArimaOrder, number][]) {
		if (value > highest[name]) {
			throw new RangeError(
				`${text}: orders go up to arima(${highest.p},${highest.d},${highest.q})(${highest.seasonalP},${highest.seasonalD},${highest.seasonalQ})[${highest.season}]; arima(5,1,0) is the classic`,
			);
		}
	}
	if (match[7] !== undefined && order.season < 2) {
		throw new RangeError(`${text}: a season has at least 2 periods, such as [7] for days or [12] for months`);
	}
	return order;
}

export function arimaName({p, d, q, seasonalP, seasonalD, seasonalQ, season}: ArimaOrder): string {
	const plain = `arima(${p},${d},${q})`;
	return season === 0 ? plain : `${plain}(${seasonalP},${seasonalD},${seasonalQ})[${season}]`;
}
