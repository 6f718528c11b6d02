import type {CustomerHistories} from './customer-histories.ts';
import {spenderPlaces} from './spenders.ts';

/**
 * Pearson's correlation between how often repeat buyers buy and what they spend: the Gamma-Gamma
 * model takes it to be 0 (Fader, Hardie, Lee, "RFM and CLV", 2005, found 0.06 to 0.11 in CDNOW).
 *
 * @returns nothing where either does not vary
 */
export function spendCorrelation(histories: CustomerHistories): number | undefined {
	const {frequency, monetary} = histories;
	const places = spenderPlaces(histories);
	const mean = (of: Float64Array) => places.reduce((sum, place) => sum + of[place]!, 0) / places.length;
	const [meanFrequency, meanSpend] = [mean(frequency), monetary ? mean(monetary) : 0];
	let [both, ofFrequency, ofSpend] = [0, 0, 0];
	for (const place of places) {
		const frequencyGap = frequency[place]! - meanFrequency;
		const spendGap = monetary![place]! - meanSpend;
		both += frequencyGap * spendGap;
		ofFrequency += frequencyGap ** 2;
		ofSpend += spendGap ** 2;
	}
	return ofFrequency > 0 && ofSpend > 0 ? both / Math.sqrt(ofFrequency * ofSpend) : undefined;
}
