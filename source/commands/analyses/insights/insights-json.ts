import {evidenceWords} from '../../../analytics/insights/evidence-words.ts';
import type {Insight} from '../../../analytics/insights/find-insights.ts';
import type {Interval, Measure} from '../../../analytics/insights/finding.ts';
import {daySpan, placesBefore, windowPlaces} from '../../../analytics/insights/spans.ts';
import {isoDate} from '../../../business-time.ts';
import type {Formats} from '../../../format.ts';
import {maskedFormats} from '../../../masked-formats.ts';
import {moneyToDecimal} from '../../../money.ts';
import type {FoundInsights} from './insights-analysis.ts';

/** How many of what an insight is about are named one by one. */
const mostNamed = 10;

/** The contract that users script against. */
export function insightsToJson({shop, insights, masked}: FoundInsights, limit: number) {
	if (insights.status === 'collecting') {
		const {status, daysHave, daysNeeded} = insights;
		return {status, days: daysHave, daysNeeded, findings: []};
	}
	const {status, tests, alpha, findings, waiting} = insights;
	const before = placesBefore(shop);
	return {
		status,
		days: shop.days.revenue.length,
		window: datesOf(daySpan(shop, windowPlaces(shop))),
		before: before ? datesOf(daySpan(shop, before)) : null,
		alpha,
		tests,
		found: findings.length,
		findings: findings.slice(0, limit).map((insight, index) => ({
			...insightToJson(insight, shop.formats),
			...(masked.status === 'ready' && {
				masked: wordsOf(masked.findings[index]!, maskedFormats(shop.formats)),
			}),
		})),
		waiting,
	};
}

export function insightToJson(insight: Insight, formats: Formats) {
	const {kind, subject, about = [], sentence, measure, evidence, worth, isPattern, q} = insight;
	const {n, of, test, p, interval} = evidence;
	return {
		...{kind, subject, about: about.slice(0, mostNamed), sentence, pattern: isPattern},
		unit: measure.unit,
		value: inUnit(measure.value, measure.unit),
		usual: inUnit(measure.usual, measure.unit),
		worth: moneyToDecimal(worth),
		evidence: {
			...{n, of, test: test ?? null, p: p ?? null, q: q ?? null},
			interval: interval ? intervalToJson(interval) : null,
			...datesOf(evidence),
			words: evidenceWords(insight, formats),
		},
	};
}

/** What may be told to who may see neither money nor names. */
function wordsOf(insight: Insight, formats: Formats) {
	const {subject, sentence} = insight;
	return {subject, sentence, evidence: evidenceWords(insight, formats)};
}

function intervalToJson({of, unit, lo, hi}: Interval) {
	return {of, lo: inUnit(lo, unit), hi: inUnit(hi, unit)};
}

/** Money as a decimal string, durations in milliseconds. */
function inUnit(value: number, unit: Measure['unit']): string | number {
	return unit === 'money' ? moneyToDecimal(Math.round(value)) : Number(value.toPrecision(12));
}

/** @param span days since 1970-01-01, the last one included */
function datesOf({from, to}: {readonly from: number; readonly to: number}) {
	return {from: isoDate(from), to: isoDate(to)};
}
