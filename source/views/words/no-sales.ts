import type {Dashboard} from '../../dashboard/dashboard.ts';
import {isSpan} from '../../dashboard/window-name.ts';
import {windowLabel} from './window-label.ts';

export const beforeFirstSale = 'Waiting for the first sale…';

/** Why there is nothing to show of the window. */
export function noSalesWords({freshness, window: {name}, moment}: Dashboard): string {
	if (freshness.state === 'empty') {
		return beforeFirstSale;
	}
	const label = windowLabel(name);
	return `No sales in ${isSpan(name) || name === 'all' ? label : `${moment === 'asked' ? 'those' : 'the last'} ${label}`}.`;
}
