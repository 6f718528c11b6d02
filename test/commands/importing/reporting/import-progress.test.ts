import process from 'node:process';
import {expect, onTestFinished, test, vi} from 'vitest';
import {importProgress} from '../../../../source/commands/importing/reporting/import-progress.ts';
import {testFormats} from '../../../helpers/dashboard.ts';

test('rows, rate and time left are told from the first rows on, and what is loaded for good once there is some', () => {
	vi.useFakeTimers();
	const {isTTY} = process.stderr;
	process.stderr.isTTY = true;
	const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	onTestFinished(() => {
		vi.useRealTimers();
		vi.restoreAllMocks();
		process.stderr.isTTY = isTTY;
	});
	const {update} = importProgress('sales.csv', testFormats, false);
	vi.advanceTimersByTime(2000);
	update(0.25, {read: 10_000, loaded: 0});
	expect(write.mock.lastCall?.[0]).toContain('25 % 10,000 read, 5,000/s, 6 s left');
	vi.advanceTimersByTime(2000);
	update(0.5, {read: 20_000, loaded: 16_384});
	expect(write.mock.lastCall?.[0]).toContain('50 % 16,384 rows, 5,000/s, 4 s left');
});
