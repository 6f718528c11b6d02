import {innerHeight} from './frame.ts';
import {hasPolicyLine} from './panels/reorder-panel.tsx';
import {hasTapeHead, hasTapeRule} from './panels/tape-panel.tsx';
import {hasTiersBar} from './panels/top-customers-panel.tsx';
import type {ShownPanel} from './shown-panel.ts';

/** How many rows of its list a panel of that height shows. */
export function listLines(panel: ShownPanel, height: number): number {
	switch (panel) {
		case 'tape':
			return height - Number(hasTapeRule(height)) - Number(hasTapeHead(height));
		case 'fullTape':
		case 'customerNews':
			return innerHeight(height) - Number(hasTapeHead(height));
		case 'topCustomersWithTiers':
			return innerHeight(height) - 1 - Number(hasTiersBar(height));
		case 'reorder':
			return Math.max(0, innerHeight(height) - 1 - Number(hasPolicyLine(height)));
		case 'recommendations':
			return Math.max(0, innerHeight(height) - 2);
		case 'insights':
			return innerHeight(height);
		default:
			// Below a head or an axis.
			return Math.max(0, innerHeight(height) - 1);
	}
}
