import {expect, test} from 'vitest';
import {dayMs} from '../../../source/business-time.ts';
import type {Analyses} from '../../../source/dashboard/dashboard.ts';
import {frameText} from '../../../source/views/frame-text.tsx';
import {ForecastScorePanel} from '../../../source/views/panels/forecast-score-panel.tsx';
import {createTheme} from '../../../source/views/theme/theme.ts';
import {testFormats, testNow} from '../../helpers/dashboard.ts';

type Score = Analyses['forecastScore'];

const euros = (amount: number) => amount * 10_000;

function score(smape: number, problem?: string): Score {
	const day = (ago: number, actual: number, isKept: boolean) => ({
		from: testNow - ago * dayMs,
		mean: euros(1000),
		lo80: euros(900),
		hi80: euros(1100),
		actual: euros(actual),
		model: 'ets',
		isKept,
	});
	return {
		status: 'found',
		madeAt: testNow,
		asOf: testNow,
		model: 'ets',
		problem,
		result: {
			status: 'ready',
			held80: 1,
			smape,
			naiveSmape: 8,
			days: [day(3, 800, false), day(2, 1200, true), day(1, 1000, true)],
		},
	};
}

function draw(given: Score, width = 76, height = 8, age = '4 min old') {
	return frameText(
		<ForecastScorePanel
			{...{score: given, age, width, height}}
			theme={createTheme({depth: 'none'})}
			formats={testFormats}
		/>,
	);
}

test('every day has its forecast, its band, what came, and whether that was inside', () => {
	expect(draw(score(5.9))).toBe(
		[
			'╭─ The forecast keeps score ──────────── 1 of 3 days inside the 80 % band ─╮',
			'│ Off by 5.9% a day; seasonal-naive would have been off by 8.0%            │',
			'│ day         forecast    came  band    the band, and what came            │',
			'│ Thu 19 Nov    €1,000  €1,000  inside  ────────░░░░░░░░░●░░░░░░░░──────── │',
			'│ Wed 18 Nov    €1,000  €1,200  above   ────────░░░░░░░░░░░░░░░░░░───────● │',
			'│ Tue 17 Nov    €1,000    €800  below   ●───────░░░░░░░░░░░░░░░░░░──────── │',
			'│                                                                          │',
			'╰────────────────────────────────────────────────────────────── 4 min old ─╯',
		].join('\n'),
	);
});

test('where there is room, it is said by which model, and which were made afterwards', () => {
	const wide = draw(score(5.9), 100, 15);
	expect(wide).toMatch(/Thu 19 Nov .* ets +│/);
	expect(wide).toMatch(/Tue 17 Nov .* ets, looking back │/);
	expect(wide).toContain('looking back: made afterwards, from what was known before the day');
});

test('forecasts that lose to seasonal-naive say so', () => {
	expect(draw(score(9.4))).toContain('It loses to seasonal-naive: off by 9.4% a day, seasonal-naive by 8.0%');
});

test('a run that failed is told beside what was found before', () => {
	expect(draw(score(5, 'disk I/O error'))).toContain('4 min old; the last run failed: disk I/O error');
	expect(draw({status: 'failed', problem: 'disk I/O error'})).toContain('It failed: disk I/O error');
});

test('before anything is known it says what it waits for', () => {
	expect(draw({status: 'waiting'}, 60, 4)).toContain('Holding past forecasts against what came…');
	const collecting = {...score(5), result: {status: 'collecting', periodsHave: 3, periodsNeeded: 5}} as Score;
	expect(draw(collecting)).toContain('Collecting: 3 of 5 days');
});

test('where it is narrow, the words that matter stay', () => {
	const lines = draw(score(5.9), 36, 7).split('\n');
	expect(lines.every(line => line.length === 36)).toBe(true);
	expect(lines.slice(2, 4).join('\n')).toMatch(/came +band[\s\S]*€1,000 +inside/);
});
