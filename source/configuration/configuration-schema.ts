import * as z from 'zod';
import {parseMoney} from '../money.ts';
import {alertSchema} from './alert-schema.ts';
import {type Configuration, type Goal, spans, type Target} from './configuration.ts';
import {complaintAbout, type Setting, type Settings, type SettingValue} from './setting.ts';
import {themeSchema} from './theme-schema.ts';

/** A file as it is used: the settings as text, as flags give them, and the sections. */
export type ConfigurationFile = {
	readonly values: ReadonlyMap<string, SettingValue>;
	readonly configuration: Configuration;
};

const money = z
	.union([z.number().positive(), z.string()], {error: 'write an amount above 0, such as 1200 or "1199.50"'})
	.transform((amount, context) => {
		const parsed = parseMoney(String(amount));
		if (parsed === undefined || parsed <= 0) {
			context.addIssue({code: 'custom', message: 'write an amount above 0, such as 1200 or "1199.50"'});
			return z.NEVER;
		}
		return parsed;
	});

const keys = z
	.union([z.string(), z.array(z.string()).min(1)], {
		error: 'write a key such as "z" or "ctrl-p", or a list of them',
	})
	.transform(given => (typeof given === 'string' ? [given] : given));

const per = z.enum(spans).describe('the span that it is for');

const target = z
	.strictObject({
		product: z.string().min(1).optional().describe('code or name of a product'),
		category: z.string().min(1).optional().describe('name of a category'),
		revenue: money.describe('what it should bring, in the currency of the database'),
		per,
	})
	.transform(({product, category, ...rest}, context): Target => {
		if ((product === undefined) === (category === undefined)) {
			context.addIssue({code: 'custom', message: 'name a product or a category, one of the two'});
			return z.NEVER;
		}
		return product === undefined
			? {of: 'category', name: category!, ...rest}
			: {of: 'product', name: product, ...rest};
	});

const goal = z
	.strictObject({
		revenue: money.optional().describe('in the currency of the database'),
		orders: z.number().int().positive().optional(),
		per,
	})
	.transform(({revenue, orders, per}, context): Goal => {
		if ((revenue === undefined) === (orders === undefined)) {
			context.addIssue({code: 'custom', message: 'say revenue or orders, one of the two'});
			return z.NEVER;
		}
		return revenue === undefined
			? {of: 'orders', amount: orders!, per}
			: {of: 'revenue', amount: revenue, per};
	});

/** What a configuration file may hold: each setting by its name, and the sections. */
export function configurationSchema(settings: Settings) {
	const values = Object.fromEntries(
		Object.entries(settings).map(([name, setting]) => [
			name,
			settingSchema(setting).optional().describe(setting.about),
		]),
	);
	return z
		.strictObject({
			$schema: z.string().optional().describe('where an editor finds this schema'),
			...values,
			targets: z.array(target).default([]).describe('revenue that products and categories should bring'),
			goals: z.array(goal).default([]).describe('revenue or orders that the whole shop should reach'),
			alerts: z.array(alertSchema).default([]).describe('what is worth an alert'),
			keys: z
				.record(z.string(), keys)
				.default({})
				.describe('other keys, by the word that help has for what they do'),
			themes: z
				.record(z.string(), themeSchema)
				.default({})
				.describe('themes of one’s own, by the names that theme is set to'),
		})
		.transform(
			({$schema, targets, goals, alerts, keys, themes, ...given}): ConfigurationFile => ({
				values: new Map(
					Object.entries(given as Record<string, SettingValue | undefined>).flatMap(([name, value]) =>
						value === undefined ? [] : [[name, value]],
					),
				),
				configuration: {targets, goals, alerts, keys, themes},
			}),
		);
}

function settingSchema(setting: Setting) {
	if (setting.type === 'boolean') {
		return z.boolean();
	}
	if (setting.choices) {
		return z.enum(setting.choices);
	}
	const text = setting.isNumber
		? z.union([z.string(), z.number()], {error: 'write text or a number'}).transform(String)
		: z.string();
	return text.superRefine((value, context) => {
		const complaint = complaintAbout(setting, value);
		if (complaint !== undefined) {
			context.addIssue({code: 'custom', message: complaint});
		}
	});
}

/** The schema for editors, as JSON Schema. */
export function configurationJsonSchema(settings: Settings) {
	return {
		title: 'Configuration of salesmon',
		...z.toJSONSchema(configurationSchema(settings), {io: 'input'}),
	};
}
