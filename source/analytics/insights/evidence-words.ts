import type {Formats} from '../../format.ts';
import type {Insight} from './find-insights.ts';
import type {Interval} from './finding.ts';
import {counted} from './spans.ts';

/** What an insight rests on, in a line. */
export function evidenceWords({evidence, q, worth}: Insight, formats: Formats): string {
	const {n, of, test, interval} = evidence;
	return [
		counted(n, of, formats.count(n)),
		test ?? 'counted, not estimated',
		...(q === undefined ? [] : [`q ${probabilityWords(q)}`]),
		...(interval ? [intervalWords(interval, formats)] : []),
		`worth ${formats.wholeMoney(worth)}`,
	].join(', ');
}

function intervalWords({of, unit, lo, hi}: Interval, formats: Formats): string {
	const write = unit === 'money' ? formats.money : formats.percent;
	return `${of} ${write(lo)} to ${write(hi)} (95%)`;
}

/** `0.012`, `<0.0001`: one digit more than is certain helps nobody. */
function probabilityWords(probability: number): string {
	return probability < 0.0001 ? '<0.0001' : String(Number(probability.toPrecision(2)));
}
