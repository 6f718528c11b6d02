import {type ExplainedBy, explainChange, explainedBy} from '../dashboard/explain-change.ts';
import {isSpan, parseWindow} from '../dashboard/window-name.ts';
import {maskedFormats} from '../masked-formats.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {changeInWords} from '../views/words/change-words.ts';
import {givenFlags, keepFound, noKeepFlag} from './analyses/keep-found.ts';
import {comparedSpans, comparedWith} from './analyses/why/compared-spans.ts';
import {whyJson, whyText} from './analyses/why/why-text.ts';
import type {Command} from './command-line/command.ts';
import {
	checkingFlag,
	commonOptions,
	formatsFor,
	maskFlag,
	printFormatsFor,
} from './command-line/common-options.ts';
import {maskPrinted} from './command-line/mask-printed.ts';
import {momentAsked} from './command-line/moment-asked.ts';
import {type RowFormat, rowFormats} from './command-line/print-rows.ts';

export const why: Command = {
	name: 'why',
	summary: 'Why revenue moved: volume, price, mix and returns, by category, region and customers',
	flags: {
		window: {
			type: 'string',
			value: '7d|FROM..TO',
			about: 'how long, such as 36h or 2w, a date, or two such as 2026-11-01..2026-11-07 (7d)',
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
		noKeep: noKeepFlag,
	},
	examples: [
		['salesmon why', 'the last seven days against the seven before'],
		['salesmon why --window 30d --against year --by region', 'a month against last year’s, by region'],
		['salesmon why --window 2026-11-01..2026-11-07 --against 2026-10-01..2026-10-07', 'any two spans'],
	],
	async run(given) {
		const common = commonOptions(given);
		const startedAt = Date.now();
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const window = checkingFlag('window', given.text('window') ?? '7d', text => parseWindow(text, zone));
			const asOf = given.text('asOf');
			// A span that is written out says itself when it ends.
			const isWritten = isSpan(window) && asOf === undefined;
			const asked = {flag: '--as-of', text: asOf, now: startedAt, zone};
			const now = isWritten ? startedAt : momentAsked(store, common, asked);
			const {span, against} = comparedSpans({window, against: given.text('against') ?? 'before'}, now, zone);
			// The parser has let only these names through.
			const by = given.text('by') as ExplainedBy | undefined;
			const format = (given.text('format') ?? 'table') as RowFormat;
			const change = explainChange(store, span, against);
			const text = whyText(change, printFormatsFor(common, store), format, by);
			console.log(common.isMasked ? maskPrinted(text, format) : text);
			const formats = formatsFor(common, store);
			keepFound(
				given,
				common,
				{store, zone},
				{
					...{what: 'why', asOf: now, startedAt},
					inputs: {command: 'why', flags: givenFlags(given, ['window', 'against', 'by'])},
					found: {
						span: {from: Math.min(span.from, against.from), to: Math.max(span.to, against.to)},
						model: 'volume, price, mix',
						result: {
							...whyJson(change, formats),
							masked: {words: changeInWords(change, maskedFormats(formats))},
						},
					},
				},
			);
			return 0;
		} finally {
			store.close();
		}
	},
};
