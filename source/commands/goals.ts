import type {Goal} from '../configuration/configuration.ts';
import type {Span} from '../dashboard/dashboard.ts';
import {goalToJson} from '../dashboard/goal-json.ts';
import {goalStandings} from '../dashboard/goal-standings.ts';
import {readSalesHistory} from '../dashboard/read-sales-history.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {goalsText} from './analyses/goals/goals-text.ts';
import {goalText, parseGoal} from './analyses/goals/parse-goal.ts';
import {keepFound, noKeepFlag} from './analyses/keep-found.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {commonOptions, maskFlag, printFormatsFor} from './command-line/common-options.ts';
import {maskPrinted} from './command-line/mask-printed.ts';
import {momentAsked} from './command-line/moment-asked.ts';
import {type RowFormat, rowFormats} from './command-line/print-rows.ts';

export const goals: Command = {
	name: 'goals',
	summary: 'How goals stand: what is due by now, where the day, week or month will end, and the chance',
	operands: '[GOAL…]',
	flags: {
		asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then (now)'},
		mask: maskFlag,
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
		noKeep: noKeepFlag,
	},
	examples: [
		['salesmon goals', 'those of the configuration file'],
		['salesmon goals "revenue 20000/day" "orders 900 per week"', 'these'],
		['salesmon goals "revenue 600000/month" --as-of 2026-11-15', 'as it stood in the middle of the month'],
	],
	async run(given) {
		const common = commonOptions(given);
		const asked: readonly Goal[] =
			given.operands.length > 0 ? given.operands.map(parseGoal) : given.configuration.goals;
		if (asked.length === 0) {
			throw new UsageError(
				'there are no goals: write some, such as salesmon goals "revenue 20000/day", or keep them in the configuration (salesmon config path)',
			);
		}
		const startedAt = Date.now();
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const about = {flag: '--as-of', text: given.text('asOf'), now: startedAt, zone};
			const moment = momentAsked(store, common, about);
			// The end of a day belongs to that day.
			const now = moment === startedAt ? moment : moment - 1;
			const standings = goalStandings(asked, readSalesHistory(store, zone, now), now, zone);
			// The parser has let only these names through.
			const format = (given.text('format') ?? 'table') as RowFormat;
			const text = goalsText(standings, printFormatsFor(common, store), format);
			console.log(common.isMasked ? maskPrinted(text, format) : text);
			keepFound(
				given,
				common,
				{store, zone},
				{
					...{what: 'goals', asOf: now + 1, startedAt},
					inputs: {command: 'goals', operands: asked.map(goalText), flags: {}},
					found: {
						span: spanOfPeriods(standings.map(({period}) => period)),
						model: undefined,
						result: {goals: standings.map(goalToJson)},
					},
				},
			);
			return 0;
		} finally {
			store.close();
		}
	},
};

function spanOfPeriods(periods: readonly Span[]): Span {
	return {
		from: Math.min(...periods.map(({from}) => from)),
		to: Math.max(...periods.map(({to}) => to)),
	};
}
