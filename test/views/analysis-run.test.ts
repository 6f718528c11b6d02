import {expect, test} from 'vitest';
import {minuteMs} from '../../source/business-time.ts';
import {noAnalyses} from '../../source/dashboard/analyses.ts';
import {type AnalysisRun, analysisRunWords} from '../../source/views/analysis-run.ts';
import {foundAnalysis, pairsJson} from '../helpers/analyses.ts';
import {testNow} from '../helpers/dashboard.ts';

const run: AnalysisRun = {
	...{done: 3, total: 8, failed: 0},
	current: 'recommendations',
	elapsedMs: 4000,
};

test('a run tells what it works on, and how old that is what is shown meanwhile', () => {
	const found = foundAnalysis('recommendations', pairsJson);
	expect(analysisRunWords(run, found, testNow + 12 * minuteMs)).toBe(
		'analyses: 3 of 8 done after 4 s, now recommendations; what is shown is up to 12 min old',
	);
	expect(analysisRunWords({...run, done: 8, current: undefined}, found, testNow)).toBe(
		'analyses: 8 of 8 done in 4 s; what is shown is of just now',
	);
	expect(analysisRunWords({...run, failed: 1}, noAnalyses, testNow)).toBe(
		'analyses: 3 of 8 done after 4 s, 1 failed, now recommendations',
	);
});
