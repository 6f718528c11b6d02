import type {InventoryRule} from '../../../analytics/inventory/inventory.ts';
import {type Flags, type Given, UsageError} from '../../command-line/command.ts';
import {rowFormats} from '../../command-line/print-rows.ts';
import {noKeepFlag} from '../keep-found.ts';

export const inventoryFlags = {
	leadTime: {type: 'string', value: '7d', about: 'from ordering to arrival (7d)'},
	serviceLevel: {
		type: 'string',
		value: '95%',
		about: 'how often nothing is to run out while goods are on their way (95%)',
	},
	review: {type: 'string', value: '7d', about: 'how long an order is to last beyond its arrival (7d)'},
	deadAfter: {type: 'string', value: '60d', about: 'without a sale for so long stock is dead (60d)'},
	limit: {type: 'string', value: 'N', about: 'products shown of each kind (20 in a table, else all)'},
	asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then, such as the end of 2026-11-20 (now)'},
	format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
	noKeep: noKeepFlag,
} as const satisfies Flags;

export const defaultRule: InventoryRule = {leadDays: 7, reviewDays: 7, serviceLevel: 0.95, deadDays: 60};

const longestDays = 365;

/** @throws UsageError that names the value which cannot be */
export function inventoryRule(given: Given): InventoryRule {
	return {
		leadDays: parseDays('--lead-time', given.text('leadTime'), 1) ?? defaultRule.leadDays,
		reviewDays: parseDays('--review', given.text('review'), 0) ?? defaultRule.reviewDays,
		deadDays: parseDays('--dead-after', given.text('deadAfter'), 1) ?? defaultRule.deadDays,
		serviceLevel: parseLevel(given.text('serviceLevel')) ?? defaultRule.serviceLevel,
	};
}

function parseDays(flag: string, text: string | undefined, least: number): number | undefined {
	if (text === undefined) {
		return undefined;
	}
	const [, amount, unit = 'd'] = /^(\d{1,4})\s*(d|w)?$/.exec(text.trim()) ?? [];
	const days = Number(amount) * (unit === 'w' ? 7 : 1);
	if (!(days >= least && days <= longestDays)) {
		throw new UsageError(
			`${flag} ${text}: write days or weeks, such as 10d or 2w, from ${least}d to ${longestDays}d`,
		);
	}
	return days;
}

function parseLevel(text: string | undefined): number | undefined {
	if (text === undefined) {
		return undefined;
	}
	const [, amount, percent] = /^(\d{0,3}(?:\.\d{1,6})?)\s*(%)?$/.exec(text.trim()) ?? [];
	const level = Number(amount || Number.NaN) / (percent ? 100 : 1);
	if (!(level >= 0.5 && level <= 0.9999)) {
		throw new UsageError(`--service-level ${text}: write a share from 50% to 99.99%, such as 95% or 0.95`);
	}
	return level;
}
