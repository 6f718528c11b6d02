import {usualRowsAboveList} from '../panel.tsx';
import {rowsAbovePairs} from '../panels/recommendations-panel.tsx';
import {rowsAbovePlannedOrders} from '../panels/reorder-panel.tsx';
import {hasTapeHead, hasTapeRule} from '../panels/tape-panel.tsx';
import {hasTiersBar} from '../panels/top-customers-panel.tsx';
import type {ShownPanel} from '../shown-panel.ts';

/** How many lines of a panel of that height stand above its list, the border among them. */
export function linesAboveList(panel: ShownPanel, height: number): number {
	switch (panel) {
		case 'tape':
			return Number(hasTapeRule(height)) + Number(hasTapeHead(height));
		case 'fullTape':
		case 'customerNews':
			return 1 + Number(hasTapeHead(height));
		case 'reorder':
			return 1 + rowsAbovePlannedOrders(height);
		case 'recommendations':
			return 1 + rowsAbovePairs;
		case 'insights':
			return 1;
		default:
			return 1 + usualRowsAboveList;
	}
}

/** How many rows of its list a panel of that height shows. */
export function listLines(panel: ShownPanel, height: number): number {
	return Math.max(0, height - linesAboveList(panel, height) - linesBelowList(panel, height));
}

function linesBelowList(panel: ShownPanel, height: number): number {
	switch (panel) {
		case 'tape':
			return 0;
		case 'topCustomersWithTiers':
			return 1 + Number(hasTiersBar(height));
		default:
			return 1;
	}
}
