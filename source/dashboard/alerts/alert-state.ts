import type {AlertRule} from '../../configuration/alert-rule.ts';
import type {Measurement} from './measure-alert.ts';

/** Where a rule stands. Times are UTC milliseconds. */
export type AlertState = {
	readonly isActive: boolean;
	/** Since when it holds without a break; absent while it does not. */
	readonly holdsSince: number | undefined;
	readonly clearedAt: number | undefined;
};

/** Of an alert that has never been raised. */
export const quietAlert: AlertState = {isActive: false, holdsSince: undefined, clearedAt: undefined};

export type AlertStep = {readonly state: AlertState; readonly event: 'raised' | 'cleared' | undefined};

/**
 * What becomes of a rule when its value is looked at.
 *
 * It is raised after it has held for long enough, and not while it rests; it is over only when the value has
 * come back beyond the threshold by the margin, so that one that wavers around it makes one alert.
 */
export function stepAlert(
	state: AlertState,
	{holdMs, margin, coolDownMs}: Pick<AlertRule, 'holdMs' | 'margin' | 'coolDownMs'>,
	measured: Measurement | undefined,
	now: number,
): AlertStep {
	if (!measured) {
		return {state, event: undefined};
	}
	if (state.isActive) {
		return isOver(measured, margin)
			? {state: {isActive: false, holdsSince: undefined, clearedAt: now}, event: 'cleared'}
			: {state, event: undefined};
	}
	if (!holds(measured)) {
		return {state: {...state, holdsSince: undefined}, event: undefined};
	}
	const holdsSince = state.holdsSince ?? now;
	const isRested = state.clearedAt === undefined || now >= state.clearedAt + coolDownMs;
	return isRested && now - holdsSince >= holdMs
		? {state: {...state, isActive: true, holdsSince}, event: 'raised'}
		: {state: {...state, holdsSince}, event: undefined};
}

/** Whether a value is on the wrong side of its threshold. */
export function holds({value, threshold, side}: Measurement): boolean {
	return side === 'above' ? value > threshold : value < threshold;
}

function isOver({value, threshold, side}: Measurement, margin: number): boolean {
	return side === 'above' ? value <= threshold * (1 - margin) : value >= threshold * (1 + margin);
}
