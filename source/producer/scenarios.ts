import {parseDuration} from '../duration.ts';

/** What can be made to happen to the simulated shop, in the order that it is offered in. */
export const scenarioNames = [
	'flash-sale',
	'viral-product',
	'outage',
	'stock-out',
	'returns-wave',
	'bot-burst',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];

export type Scenario = {
	readonly title: string;
	/** What happens, in a line. */
	readonly about: string;
	readonly lastsMs: number;
	/** How many times as fast sales come; 0 for none at all. */
	readonly pace: number;
};

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
	'flash-sale': {
		title: 'flash sale',
		about: 'a category at 40 % off, and everybody comes',
		lastsMs: 60_000,
		pace: 6,
	},
	'viral-product': {
		title: 'viral product',
		about: 'one product in most baskets, until it runs out',
		lastsMs: 60_000,
		pace: 5,
	},
	outage: {title: 'outage', about: 'no sale at all for a minute', lastsMs: 60_000, pace: 0},
	'stock-out': {
		title: 'stock-out',
		about: 'a trader buys up what is left of the best sellers',
		lastsMs: 20_000,
		pace: 1,
	},
	'returns-wave': {
		title: 'returns wave',
		about: 'most orders bring something back for a minute',
		lastsMs: 60_000,
		pace: 3,
	},
	'bot-burst': {
		title: 'bot burst',
		about: 'guests from one region buy one cheap thing only',
		lastsMs: 20_000,
		pace: 25,
	},
};

/** A scenario to come: so long after the producer's start. */
export type ScheduledScenario = {readonly name: ScenarioName; readonly afterMs: number};

const defaultDelayMs = 10_000;

/**
 * Reads what is to happen when, such as `flash-sale` or `flash-sale@30s,outage@2m`; without a time the
 * first comes after 10 seconds, and each other when the one before it is over.
 *
 * @throws RangeError that names the value
 */
export function parseScenarios(text: string): readonly ScheduledScenario[] {
	let free = defaultDelayMs;
	const scheduled = text.split(',').map((part): ScheduledScenario => {
		const [given = '', delay] = part.trim().split('@');
		const name = scenarioNames.find(known => known === given);
		const delayMs = delay === undefined ? free : parseDuration(delay);
		if (!name) {
			throw new RangeError(`there is no scenario "${given}": choose ${scenarioNames.join(', ')}`);
		}
		if (delayMs === undefined) {
			throw new RangeError(`"${delay}" is no time: write it such as ${name}@30s or ${name}@2m`);
		}
		free = delayMs + scenarios[name].lastsMs + defaultDelayMs;
		return {name, afterMs: delayMs};
	});
	return scheduled.sort((a, b) => a.afterMs - b.afterMs);
}
