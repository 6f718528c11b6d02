import {namedMoment} from '../parse-moment.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {zonedInputs} from './analyses/analysis.ts';
import {
	insightsFromStore,
	insightsInputs,
	insightsResult,
	maskInsights,
} from './analyses/insights/insights-analysis.ts';
import {insightsFlags, insightsOptions} from './analyses/insights/insights-options.ts';
import {insightsText} from './analyses/insights/insights-text.ts';
import {keepIfWritable} from './analyses/keep-if-writable.ts';
import type {Command} from './command-line/command.ts';
import {checking, commonOptions, formatsFor, maskFlag} from './command-line/common-options.ts';
import {maskPrinted} from './command-line/mask-printed.ts';
import {printWidth} from './command-line/print-rows.ts';

export const insights: Command = {
	name: 'insights',
	summary: 'What stands out, in words, with its number, its comparison and its evidence; noise is left out',
	flags: {...insightsFlags, mask: maskFlag},
	examples: [
		['salesmon insights', 'the last four weeks against the four before'],
		['salesmon insights --since 2026-11-01 --alpha 0.01', 'since a day, with fewer false ones allowed'],
		['salesmon insights --format md >> report.md', 'as a part of a document'],
	],
	async run(given) {
		const common = commonOptions(given);
		const options = insightsOptions(given);
		const startedAt = Date.now();
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const formats = formatsFor(common, store);
			const moment = given.text('asOf');
			const asOf = moment === undefined ? startedAt : checking(() => namedMoment('--as-of', moment, zone));
			const {targets} = given.configuration;
			const found = checking(() => insightsFromStore({store, zone, formats, asOf, targets, options}));
			if (found.isPast && !common.isQuiet) {
				console.error('salesmon: nothing was sold for over a week: this is as of the last sale');
			}
			const shown = common.isMasked ? maskInsights(found) : found;
			const text = insightsText(shown, options, printWidth());
			console.log(common.isMasked ? maskPrinted(text, options.format) : text);
			if (!given.has('noKeep')) {
				const madeAt = Date.now();
				const flags = ['window', 'since', 'alpha', 'limit'].map(name => [name, given.text(name)]);
				keepIfWritable(common, [
					{
						...{what: 'insights', subject: '', madeAt, asOf, ...insightsResult(found, options.limit)},
						inputs: zonedInputs(insightsInputs(Object.fromEntries(flags)), zone, store),
						elapsedMs: madeAt - startedAt,
					},
				]);
			}
			return 0;
		} finally {
			store.close();
		}
	},
};
