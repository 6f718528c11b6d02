import type {Goal} from '../configuration/configuration.ts';
import {goalStandings} from '../dashboard/goal-standings.ts';
import {readSalesHistory} from '../dashboard/read-sales-history.ts';
import {parseMoment} from '../parse-moment.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {type Command, UsageError} from './command.ts';
import {checking, commonOptions, maskFlag, printFormatsFor} from './common-options.ts';
import {goalsText} from './goals-text.ts';
import {maskPrinted} from './mask-printed.ts';
import {parseGoal} from './parse-goal.ts';
import {type RowFormat, rowFormats} from './print-rows.ts';

export const goals: Command = {
	name: 'goals',
	summary: 'How goals stand: what is due by now, where the day, week or month will end, and the chance',
	operands: '[GOAL…]',
	flags: {
		asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then (now)'},
		mask: maskFlag,
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	},
	async run(given) {
		const common = commonOptions(given);
		const asked: readonly Goal[] =
			given.operands.length > 0 ? given.operands.map(parseGoal) : given.configuration.goals;
		if (asked.length === 0) {
			throw new UsageError(
				'there are no goals: write some, such as salesmon goals "revenue 20000/day", or keep them in the configuration (salesmon config path)',
			);
		}
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const asOf = given.text('asOf');
			// The end of a day belongs to that day.
			const now = asOf === undefined ? Date.now() : checking(() => parseMoment(asOf, zone)) - 1;
			const standings = goalStandings(asked, readSalesHistory(store, zone, now), now, zone);
			// The parser has let only these names through.
			const format = (given.text('format') ?? 'table') as RowFormat;
			const text = goalsText(standings, printFormatsFor(common, store), format);
			console.log(common.isMasked ? maskPrinted(text, format) : text);
			return 0;
		} finally {
			store.close();
		}
	},
};
