import type {EtsForm} from './ets-form.ts';
import type {EtsState} from './ets-smoothing.ts';

/** Values that the first level and slope are read off. */
const firstValues = 10;

/**
 * A first guess of level, slope and season, from which the fit goes on (Hyndman et al. 2008, §2.6.1):
 * seasonal effects against a centred moving average, then a straight line through the first values
 * without them.
 */
export function etsStart(values: readonly number[], form: EtsForm, period: number): EtsState {
	const isMultiplied = form.season === 'M';
	const season = form.season === 'N' ? [] : seasonalEffects(values, period, isMultiplied);
	const count = Math.min(values.length, Math.max(firstValues, 2 * season.length));
	const level = values.slice(0, count).map((value, index) => {
		const effect = season[index % season.length];
		return effect === undefined ? value : isMultiplied ? value / effect : value - effect;
	});
	if (form.trend === 'N') {
		return {level: meanOf(level), slope: 0, season};
	}
	const middle = (count - 1) / 2;
	const mean = meanOf(level);
	const spread = level.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
	const slope = level.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
	return {level: mean - slope * (middle + 1), slope, season};
}

/** They sum to 0, or where they multiply have the mean 1. */
function seasonalEffects(values: readonly number[], period: number, isMultiplied: boolean): number[] {
	const half = Math.floor(period / 2);
	const ratios = Array.from({length: period}, (): number[] => []);
	for (let index = half; index < values.length - half; index++) {
		// An even period takes half of the value at either end.
		const ends = period % 2 === 0 ? (values[index - half]! + values[index + half]!) / 2 : 0;
		const inside = values.slice(
			index - half + (period % 2 === 0 ? 1 : 0),
			index + half + (period % 2 === 0 ? 0 : 1),
		);
		const trend = (inside.reduce((sum, value) => sum + value, 0) + ends) / period;
		const value = values[index]!;
		if (!isMultiplied || trend > 0) {
			ratios[index % period]!.push(isMultiplied ? value / trend : value - trend);
		}
	}
	const effects = ratios.map(slot => (slot.length > 0 ? meanOf(slot) : isMultiplied ? 1 : 0));
	const mean = meanOf(effects);
	return effects.map(effect => (isMultiplied ? Math.max(0.01, effect / mean) : effect - mean));
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
