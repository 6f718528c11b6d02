import {expect, onTestFinished, test, vi} from 'vitest';
import {openZone} from '../../../source/business-time.ts';
import {momentAsked} from '../../../source/commands/command-line/moment-asked.ts';
import {openOrderRecorder} from '../../../source/store/record-orders.ts';
import {order} from '../../helpers/order.ts';
import {testStore} from '../../helpers/store.ts';

const lastSaleAt = Date.UTC(2010, 11, 9, 20, 1);
const dayMs = 86_400_000;

function ask(now: number, text?: string) {
	const messages: string[] = [];
	const error = vi.spyOn(console, 'error').mockImplementation(message => messages.push(String(message)));
	onTestFinished(() => error.mockRestore());
	const store = testStore('UTC');
	openOrderRecorder(store).record('test', [order({at: lastSaleAt})]);
	const common = {isQuiet: false} as Parameters<typeof momentAsked>[1];
	const moment = momentAsked(store, common, {flag: '--until', text, now, zone: openZone('UTC')});
	return {moment, messages};
}

test('a shop that still sells is asked about now', () => {
	expect(ask(lastSaleAt + 3 * dayMs)).toEqual({moment: lastSaleAt + 3 * dayMs, messages: []});
});

test('one that has long been silent is asked about its last sale, and that is told', () => {
	expect(ask(lastSaleAt + 300 * dayMs)).toEqual({
		moment: lastSaleAt + 1,
		messages: ['salesmon: the last sale was on 2010-12-09: all as it was then; --until says otherwise'],
	});
});

test('who names a moment gets that', () => {
	expect(ask(lastSaleAt + 300 * dayMs, '2011-01-01T00:00').moment).toBe(Date.UTC(2011, 0, 1));
});
