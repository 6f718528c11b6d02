import * as z from 'zod';
import {minuteMs} from '../business-time.ts';
import {parseDuration} from '../duration.ts';
import type {AlertCondition, AlertRule} from './alert-rule.ts';

const duration = z
	.string()
	.superRefine((text, context) => {
		if (parseDuration(text) === undefined) {
			context.addIssue({code: 'custom', message: 'write a number and a unit, such as 90s, 5m, 2h or 1d'});
		}
	})
	.transform(text => parseDuration(text) ?? 0);

const howToWriteShare = 'write a share such as "40%" or 0.4';

const share = z.union([z.number(), z.string()], {error: howToWriteShare}).transform((given, context) => {
	const [, percent] = /^(\d+(?:\.\d+)?)\s*%$/.exec(String(given)) ?? [];
	const value = typeof given === 'number' ? given : Number(percent) / 100;
	if (!(value >= 0 && value <= 10)) {
		context.addIssue({code: 'custom', message: howToWriteShare});
		return z.NEVER;
	}
	return value;
});

const common = {
	name: z.string().min(1).optional().describe('how it is called on the screen and in the log'),
	hold: duration.default(0).describe('how long it must hold before it is an alert, such as "2m"'),
	margin: share.default(0.1).describe('how far the value must come back beyond the threshold'),
	coolDown: duration.default(15 * minuteMs).describe('how long it rests after it is over, such as "15m"'),
	bell: z.boolean().default(false).describe('ring the terminal’s bell'),
	notify: z.boolean().default(false).describe('ask the terminal for a notification (OSC 9 or 777)'),
	run: z.string().min(1).optional().describe('a command for the shell; SALESMON_ALERT_… tells what happened'),
};

/** One rule of the section `alerts`. */
export const alertSchema = z
	.discriminatedUnion(
		'when',
		[
			z.strictObject({when: z.literal('pace'), below: share.default(0.8), ...common}),
			z.strictObject({when: z.literal('silence'), above: duration, ...common}),
			z.strictObject({when: z.literal('stock'), belowDays: z.number().min(0).default(0), ...common}),
			z.strictObject({
				when: z.literal('share'),
				category: z.string().min(1),
				above: share.optional(),
				below: share.optional(),
				...common,
			}),
			z.strictObject({when: z.literal('rejects'), above: z.number().int().min(0).default(0), ...common}),
		],
		{error: 'say when: pace, silence, stock, share or rejects'},
	)
	.transform(({name, hold, margin, coolDown, bell, notify, run, ...given}, context): AlertRule => {
		if (given.when === 'share' && (given.above === undefined) === (given.below === undefined)) {
			context.addIssue({code: 'custom', message: 'say above or below, one of the two'});
			return z.NEVER;
		}
		const condition: AlertCondition =
			given.when === 'silence' ? {when: 'silence', aboveMs: given.above} : given;
		return {
			name: name ?? (given.when === 'share' ? `share of ${given.category}` : given.when),
			condition,
			holdMs: hold,
			margin,
			coolDownMs: coolDown,
			bell,
			notify,
			run,
		};
	});
