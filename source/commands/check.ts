import type {AlertRule} from '../configuration/alert-rule.ts';
import {holds, stepAlert} from '../dashboard/alerts/alert-state.ts';
import {type Measurement, measureAlert, unknownCategory} from '../dashboard/alerts/measure-alert.ts';
import {openDashboardReader} from '../dashboard/read-dashboard.ts';
import {presentScope} from '../dashboard/scope.ts';
import {alertLog} from '../store/alert-log.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {alertWords, unknownCategoryWords} from '../views/words/alert-words.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {commonOptions, formatsFor} from './command-line/common-options.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {type RowField, type RowFormat, rowFormats, rowsText} from './command-line/print-rows.ts';
import {readAlertFacts} from './screen/alert-facts.ts';
import {stateFromLog} from './screen/alert-watch.ts';
import {windowOption} from './screen/scope-options.ts';
import {screenFlags} from './screen/screen-options.ts';

export const check: Command = {
	name: 'check',
	summary: 'Looks once whether a rule of the section alerts holds, for cron: exit code 3 where one does',
	flags: {
		window: screenFlags.window,
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	},
	async run(given) {
		const common = commonOptions(given);
		const {configuration} = given;
		if (configuration.alerts.length === 0) {
			throw new UsageError(
				`there are no rules to check: write some into the section alerts of ${given.configurationFile ?? 'the configuration'}`,
			);
		}
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const now = Date.now();
			const windowName = windowOption(given, zone);
			const dashboard = await openDashboardReader(store, {zone}).read(presentScope(windowName), now);
			const facts = readAlertFacts(store, zone, configuration, dashboard, now);
			const log = alertLog(store.db);
			const rows = configuration.alerts.map((rule): Row => {
				const measured = measureAlert(rule.condition, facts);
				const category = unknownCategory(rule.condition, facts);
				const before = stateFromLog(log.lastOf(rule.name));
				return {
					rule,
					measured,
					mistake: category === undefined ? undefined : unknownCategoryWords(category, facts.categories),
					isActive: category === undefined && isActive(rule, measured, before, now),
					formats: formatsFor(common, store),
				};
			});
			// The parser has let only these names through.
			const format = (given.text('format') ?? 'table') as RowFormat;
			console.log(rowsText(rows, fields, format));
			if (rows.some(row => row.isActive)) {
				return exitCodes.notHolding;
			}
			return rows.some(row => row.mistake !== undefined) ? exitCodes.wrongUsage : 0;
		} finally {
			store.close();
		}
	},
};

type Row = {
	readonly rule: AlertRule;
	readonly measured: Measurement | undefined;
	/** Why it says nothing, where that is a mistake of the rule. */
	readonly mistake: string | undefined;
	readonly isActive: boolean;
	readonly formats: ReturnType<typeof formatsFor>;
};

/** Once is at once: how long it has held, and whether it rests, only those know who watch. */
function isActive(
	{margin}: AlertRule,
	measured: Measurement | undefined,
	before: ReturnType<typeof stateFromLog>,
	now: number,
): boolean {
	return before.isActive
		? stepAlert(before, {holdMs: 0, margin, coolDownMs: 0}, measured, now).state.isActive
		: measured !== undefined && holds(measured);
}

const fields: readonly RowField<Row>[] = [
	{name: 'rule', title: 'rule', kind: 'word', value: ({rule}) => rule.name},
	{
		name: 'state',
		title: 'state',
		kind: 'word',
		value: ({isActive, measured, mistake}) =>
			mistake !== undefined ? 'wrong' : isActive ? 'alert' : measured ? 'fine' : 'unknown',
	},
	{
		name: 'value',
		title: 'value',
		value: ({measured}) => measured && Number(measured.value.toPrecision(6)),
		text: ({measured}) => (measured ? String(Number(measured.value.toPrecision(3))) : '-'),
	},
	{
		name: 'threshold',
		title: 'limit',
		value: ({measured}) => measured && Number(measured.threshold.toPrecision(6)),
		text: ({measured}) => (measured ? String(Number(measured.threshold.toPrecision(3))) : '-'),
	},
	{
		name: 'message',
		title: 'message',
		kind: 'name',
		value: ({rule, measured, mistake, formats, isActive}) =>
			mistake ?? (measured && isActive ? alertWords(rule.condition, measured, formats) : undefined),
	},
];
