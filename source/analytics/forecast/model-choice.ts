import {type ArimaOrder, parseArimaOrder} from './arima/arima-order.ts';

/** What may be asked for by name. */
export type ModelChoice =
	| {readonly kind: 'seasonal-naive' | 'ets' | 'mstl' | 'prophet' | 'auto'}
	| {readonly kind: 'arima'; readonly order: ArimaOrder};

/** How models are written, for help and messages. */
export const modelNames = 'auto|seasonal-naive|arima(p,d,q)|ets|mstl|prophet';

const classicOrder: ArimaOrder = {p: 5, d: 1, q: 0, seasonalP: 0, seasonalD: 0, seasonalQ: 0, season: 0};

/**
 * Reads the name of a model; capitals and spaces do not matter, and `arima` alone is the classic.
 *
 * @throws RangeError that names the value and says what there is
 */
export function parseModelChoice(text: string): ModelChoice {
	const name = text.toLowerCase().replaceAll(/\s/g, '');
	switch (name) {
		case 'seasonal-naive':
		case 'ets':
		case 'mstl':
		case 'prophet':
		case 'auto':
			return {kind: name};
		case 'arima':
			return {kind: 'arima', order: classicOrder};
	}
	const order = parseArimaOrder(name);
	if (!order) {
		throw new RangeError(`unknown model "${text}": there are ${modelNames.split('|').join(', ')}`);
	}
	return {kind: 'arima', order};
}

/** The ARIMA models that `auto` tries: the classic, and one that repeats by the season. */
export function arimaCandidates(season: number): ArimaOrder[] {
	const seasonal: ArimaOrder = {p: 1, d: 0, q: 0, seasonalP: 0, seasonalD: 1, seasonalQ: 1, season};
	return season > 1 && season <= longestArimaSeason ? [classicOrder, seasonal] : [classicOrder];
}

/** A longer season takes too long to fit for a model that is only tried. */
const longestArimaSeason = 12;
