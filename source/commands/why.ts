import {type ExplainedBy, explainChange, explainedBy} from '../dashboard/explain-change.ts';
import {parseMoment} from '../parse-moment.ts';
import {openStoreToRead} from '../store/open-store.ts';
import type {Command} from './command.ts';
import {checking, commonOptions, maskFlag, printFormatsFor} from './common-options.ts';
import {comparedSpans, comparedWith} from './compared-spans.ts';
import {maskPrinted} from './mask-printed.ts';
import {type RowFormat, rowFormats} from './print-rows.ts';
import {whyText} from './why-text.ts';

export const why: Command = {
	name: 'why',
	summary: 'Why revenue moved: volume, price, mix and returns, by category, region and customers',
	flags: {
		window: {
			type: 'string',
			value: '7d|FROM..TO',
			about: 'a window, or two dates such as 2026-11-01..2026-11-07 (7d)',
		},
		against: {
			type: 'string',
			value: `${comparedWith.join('|')}|FROM..TO`,
			about: 'the time before, the same a week or 52 weeks ago, or two dates (before)',
		},
		by: {type: 'string', choices: explainedBy, about: 'only this split (all)'},
		asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then (now)'},
		mask: maskFlag,
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	},
	async run(given) {
		const common = commonOptions(given);
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const asOf = given.text('asOf');
			const now = asOf === undefined ? Date.now() : checking(() => parseMoment(asOf, zone));
			const {span, against} = comparedSpans(
				{window: given.text('window') ?? '7d', against: given.text('against') ?? 'before'},
				now,
				zone,
			);
			// The parser has let only these names through.
			const by = given.text('by') as ExplainedBy | undefined;
			const format = (given.text('format') ?? 'table') as RowFormat;
			const text = whyText(explainChange(store, span, against), printFormatsFor(common, store), format, by);
			console.log(common.isMasked ? maskPrinted(text, format) : text);
			return 0;
		} finally {
			store.close();
		}
	},
};
