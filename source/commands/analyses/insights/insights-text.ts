import {evidenceWords} from '../../../analytics/insights/evidence-words.ts';
import type {Insight} from '../../../analytics/insights/find-insights.ts';
import {daySpan, dayWords, placesBefore, windowPlaces} from '../../../analytics/insights/spans.ts';
import type {Formats} from '../../../format.ts';
import {wrapWords} from '../../../views/fit.ts';
import {type RowField, type RowFormat, rowsText} from '../../command-line/print-rows.ts';
import type {FoundInsights} from './insights-analysis.ts';
import {insightsToJson, insightToJson} from './insights-json.ts';

/** Insights as text, without a line end. */
export function insightsText(
	found: FoundInsights,
	{format, limit}: {readonly format: RowFormat; readonly limit: number},
	width: number,
): string {
	const {insights, shop} = found;
	const told = insights.status === 'ready' ? insights.findings.slice(0, limit) : [];
	switch (format) {
		case 'json':
			return JSON.stringify(insightsToJson(found, limit));
		case 'ndjson':
			return told.map(insight => JSON.stringify(insightToJson(insight, shop.formats))).join('\n');
		case 'csv':
			return rowsText(told, fieldsOf(shop.formats), format);
		case 'md':
			return told.length === 0
				? headLines(found).join('\n')
				: [...headLines(found), '', rowsText(told, shownFieldsOf(shop.formats), format)].join('\n');
		case 'table': {
			const more = insights.status === 'ready' ? insights.findings.length - told.length : 0;
			return [
				...headLines(found).flatMap(line => wrapWords(line, width)),
				...told.flatMap((insight, index) => [
					'',
					...[insight.sentence, evidenceWords(insight, shop.formats)]
						.flatMap(text => wrapWords(text, width - 4))
						.map((line, place) => `${place === 0 ? String(index + 1).padStart(2) : '  '}  ${line}`),
				]),
				...(more > 0 ? ['', `${more} more; --limit shows them`] : []),
			].join('\n');
		}
	}
}

function headLines({shop, insights}: FoundInsights): string[] {
	const {count} = shop.formats;
	if (insights.status === 'collecting') {
		const {daysHave, daysNeeded} = insights;
		return [`Collecting: ${daysHave} of ${daysNeeded} closed days`];
	}
	const {findings, tests, alpha, waiting} = insights;
	const days = daySpan(shop, windowPlaces(shop));
	const before = placesBefore(shop);
	const against = before ? daySpan(shop, before) : undefined;
	const span = ({from, to}: {readonly from: number; readonly to: number}) =>
		from === to ? dayWords(shop, from) : `${dayWords(shop, from)} to ${dayWords(shop, to)}`;
	return [
		`${span(days)}${against ? ` against ${span(against)}` : ''}`,
		`${findings.length === 0 ? 'Nothing stands out' : `${count(findings.length)} ${findings.length === 1 ? 'finding' : 'findings'}`} in ${count(tests)} tests; of what is found, ${shop.formats.percent(alpha, 0)} at the most is chance`,
		...waiting.map(what => `Waiting for ${what}`),
	];
}

type Row = ReturnType<typeof insightToJson>;

/** One line a finding, with all of its figures. */
function fieldsOf(formats: Formats): readonly RowField<Insight>[] {
	const field = (name: string, value: (row: Row) => string | number | boolean | null): RowField<Insight> => ({
		name,
		title: name,
		value: insight => value(insightToJson(insight, formats)) ?? undefined,
	});
	return [
		field('kind', row => row.kind),
		field('subject', row => row.subject),
		field('sentence', row => row.sentence),
		field('pattern', row => row.pattern),
		field('unit', row => row.unit),
		field('value', row => row.value),
		field('usual', row => row.usual),
		field('worth', row => row.worth),
		field('n', row => row.evidence.n),
		field('of', row => row.evidence.of),
		field('test', row => row.evidence.test),
		field('p', row => row.evidence.p),
		field('q', row => row.evidence.q),
		field('lo', row => row.evidence.interval?.lo ?? null),
		field('hi', row => row.evidence.interval?.hi ?? null),
		field('from', row => row.evidence.from),
		field('to', row => row.evidence.to),
	];
}

function shownFieldsOf(formats: Formats): readonly RowField<Insight>[] {
	return [
		{name: 'sentence', title: 'What', kind: 'name', value: ({sentence}) => sentence},
		{
			name: 'evidence',
			title: 'Evidence',
			kind: 'name',
			value: insight => evidenceWords(insight, formats),
		},
		{name: 'worth', title: 'Worth', value: ({worth}) => formats.wholeMoney(worth)},
	];
}
