import {expect, test} from 'vitest';
import {dayMs} from '../../source/business-time.ts';
import {type AnalysisResult, keepResult, keptResults} from '../../source/store/analysis-results.ts';
import {testStore} from '../helpers/store.ts';

const noon = Date.UTC(2026, 10, 20, 12);

function result(changes: Partial<AnalysisResult> = {}): AnalysisResult {
	return {
		what: 'forecast',
		subject: 'revenue per day',
		madeAt: noon + 5000,
		asOf: noon,
		span: {from: noon - 30 * dayMs, to: noon},
		model: 'mstl',
		elapsedMs: 812,
		inputs: {command: 'forecast', flags: {of: 'revenue'}},
		result: {status: 'ready', points: [{date: '2026-11-20', mean: '12.5000'}]},
		...changes,
	};
}

test('what was kept comes back whole', () => {
	const store = testStore();
	const given = result();
	const resultId = keepResult(store)(given);
	expect(keptResults(store.db).find(resultId)).toEqual({resultId, ...given});
	const bare = result({span: undefined, model: undefined, result: {status: 'collecting'}});
	expect(keptResults(store.db).find(keepResult(store)(bare))).toMatchObject(bare);
	expect(keptResults(store.db).find(99)).toBeUndefined();
});

test('the latest is that of the latest moment, not the last that was made', () => {
	const store = testStore();
	const keep = keepResult(store);
	const {latest} = keptResults(store.db);
	keep(result({model: 'first'}));
	keep(result({asOf: noon + dayMs, model: 'second'}));
	keep(result({asOf: noon - dayMs, madeAt: noon + 9 * dayMs, model: 'looking back'}));
	const modelAt = (asOf: number) => latest('forecast', 'revenue per day', asOf)?.model;
	expect([
		modelAt(noon + 2 * dayMs),
		modelAt(noon + 1),
		modelAt(noon - 1),
		modelAt(noon - 2 * dayMs),
	]).toEqual(['second', 'first', 'looking back', undefined]);
	expect(latest('forecast', 'orders per day', noon)).toBeUndefined();
});

test('the latest of one command line is not one that was made by other flags', () => {
	const store = testStore();
	const keep = keepResult(store);
	const inputs = {command: 'forecast', flags: {of: 'revenue', model: 'auto'}};
	keep(result({inputs, model: 'auto’s'}));
	keep(result({model: 'another'}));
	const {latest} = keptResults(store.db);
	expect(latest('forecast', 'revenue per day', noon)?.model).toBe('another');
	expect(latest('forecast', 'revenue per day', noon, inputs)?.model).toBe('auto’s');
});

test('what says the same on the same day is kept once, with the latest time; another day keeps its own', () => {
	const store = testStore();
	const keep = keepResult(store);
	const kept = keptResults(store.db);
	const first = keep(result());
	expect(keep(result({madeAt: noon + 9000, asOf: noon + 8000, elapsedMs: 3}))).toBe(first);
	expect(kept.list(9)).toMatchObject([
		{resultId: first, madeAt: noon + 9000, asOf: noon + 8000, elapsedMs: 3},
	]);
	expect(keep(result({madeAt: noon + 9000, result: {status: 'collecting'}}))).not.toBe(first);
	expect(keep(result({asOf: noon + dayMs}))).not.toBe(first);
	expect(keep(result({inputs: {command: 'forecast', flags: {}}}))).not.toBe(first);
	expect(kept.list(9)).toHaveLength(4);
});

test('they are listed the last made first, of one analysis where that is asked', () => {
	const store = testStore();
	const keep = keepResult(store);
	keep(result());
	keep(result({what: 'lifetime-value', subject: ''}));
	keep(result({subject: 'orders per day'}));
	const {list} = keptResults(store.db);
	expect(list(9).map(({what, subject}) => [what, subject])).toEqual([
		['forecast', 'orders per day'],
		['lifetime-value', ''],
		['forecast', 'revenue per day'],
	]);
	expect(list(1, 'forecast').map(({resultId}) => resultId)).toEqual([3]);
});

test('of its kind the latest 200 are kept, and the last of each business day for a year', () => {
	const store = testStore('Europe/Paris');
	const keep = keepResult(store);
	keep(result({what: 'lifetime-value', subject: '', asOf: noon - 999 * dayMs}));
	// Four a day, the last of them half an hour before midnight in UTC, which is the next day in Paris.
	const moments = Array.from({length: 400}, (_, day) =>
		[6, 12, 18, 23.5].map(hour => Date.UTC(2026, 0, 1 + day) + hour * 3_600_000),
	).flat();
	for (const asOf of moments) {
		keep(result({asOf, result: {status: 'ready', asOf}}));
	}
	const kept = store.db
		.prepare("SELECT as_of FROM analysis_results WHERE what = 'forecast' ORDER BY as_of")
		.pluck()
		.all() as number[];
	expect(kept.slice(-200)).toEqual(moments.slice(-200));
	const older = kept.slice(0, -200);
	expect(new Set(older.map(asOf => new Date(asOf).getUTCHours()))).toEqual(new Set([18]));
	// Of the last 366 days, 51 are among the latest 200.
	expect(older).toHaveLength(366 - 51);
	expect(keptResults(store.db).list(9, 'lifetime-value')).toHaveLength(1);
});

test('of what was found of every product, only the latest of its kind is kept', () => {
	const store = testStore();
	const keep = keepResult(store);
	const {find, latest} = keptResults(store.db);
	const ids = [0, 1, 2].map(day => keep(result({asOf: noon + day * dayMs, details: {day}})));
	const back = keep(result({asOf: noon - dayMs, details: {day: -1}}));
	keep(result({subject: 'orders per day', details: {other: true}}));
	expect([...ids, back].map(id => find(id)!.details)).toEqual([undefined, undefined, {day: 2}, undefined]);
	expect(latest('forecast', 'orders per day', noon)?.details).toEqual({other: true});
	// One without them takes nothing away.
	keep(result({asOf: noon + 3 * dayMs}));
	expect(find(ids[2]!)!.details).toEqual({day: 2});
});
