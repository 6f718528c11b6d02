import {expect, test} from 'vitest';
import {teaching} from '../../source/commands/teaching.ts';
import {panelQuestion} from '../../source/views/panel-question.ts';
import {testDashboard} from '../helpers/dashboard.ts';

const teach = teaching('/data/shop.db', 'UTC');

test.each([
	['pageCompanions', {kind: 'product', id: 12}, 'recommend --product id:12'],
	['pageOffers', {kind: 'customer', id: 7}, 'recommend --customer id:7'],
	['insights', undefined, 'insights'],
	['recommendations', undefined, 'recommend'],
	['pageSales', {kind: 'product', id: 12}, 'query sales-of --of 12 --window 24h'],
] as const)('the command that is copied from %s prints what it shows', (panel, subject, command) => {
	const line = teach.commandFor(panelQuestion(panel, testDashboard(), subject));
	expect(line.startsWith(`salesmon ${command} `)).toBe(true);
	expect(line.endsWith('--tz UTC --db /data/shop.db')).toBe(true);
});
