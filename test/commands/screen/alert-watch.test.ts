import {beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import type {AlertNews} from '../../../source/commands/screen/act-on-alert.ts';
import {type AlertLog, startAlertWatch} from '../../../source/commands/screen/alert-watch.ts';
import type {AlertRule} from '../../../source/configuration/alert-rule.ts';
import {emptyConfiguration} from '../../../source/configuration/configuration.ts';
import type {Dashboard} from '../../../source/dashboard/dashboard.ts';
import {alertLog} from '../../../source/store/alert-log.ts';
import {testDashboard, testFormats} from '../../helpers/dashboard.ts';
import {testStore} from '../../helpers/store.ts';

beforeEach(() => {
	vi.useFakeTimers();
	onTestFinished(() => {
		vi.useRealTimers();
	});
});

const rule: AlertRule = {
	name: 'rejects',
	condition: {when: 'rejects', above: 10},
	holdMs: 0,
	margin: 0.1,
	coolDownMs: 0,
	bell: false,
	notify: false,
	run: undefined,
};

function watch(log?: AlertLog, dashboard: Partial<Dashboard> = {}) {
	const news: AlertNews[] = [];
	let rejectedRows = 0;
	let alerts: readonly AlertRule[] = [rule];
	const watching = startAlertWatch({
		dashboard: () => ({...testDashboard(), ...dashboard}),
		configuration: () => ({...emptyConfiguration, alerts}),
		readFacts: dashboard => ({dashboard, goals: [], rejectedRows, categories: ['Toys']}),
		log,
		formats: testFormats,
		onNews: one => news.push(one),
		now: () => Date.now(),
	});
	onTestFinished(watching.stop);
	return {
		watching,
		news,
		reject(rows: number) {
			rejectedRows = rows;
			vi.advanceTimersByTime(5000);
		},
		setAlerts(next: readonly AlertRule[]) {
			alerts = next;
			vi.advanceTimersByTime(5000);
		},
	};
}

test('an alert is shown, told once, kept, and taken away when it is over', () => {
	const {db} = testStore();
	const {watching, news, reject} = watch(alertLog(db));
	let changes = 0;
	watching.subscribe(() => {
		changes++;
	});
	reject(10);
	expect(watching.getSnapshot()).toEqual({alerts: [], problem: undefined});
	reject(12);
	reject(12);
	expect(watching.getSnapshot().alerts).toEqual(['imports rejected 12 rows within an hour, more than 10']);
	expect(news.map(({event}) => event)).toEqual(['raised']);
	expect(changes).toBe(1);
	reject(0);
	expect(watching.getSnapshot()).toEqual({alerts: [], problem: undefined});
	expect(news.map(({event}) => event)).toEqual(['raised', 'cleared']);
	expect(db.prepare('SELECT rule, cleared_at - raised_at AS ms, message FROM alerts').all()).toEqual([
		{rule: 'rejects', ms: 10_000, message: 'imports rejected 12 rows within an hour, more than 10'},
	]);
});

test('whoever starts while an alert goes on does not raise it again, and ends it', () => {
	const {db} = testStore();
	const log = alertLog(db);
	log.raise('rejects', Date.now() - 60_000, 'before');
	const {news, reject, watching} = watch(log);
	reject(12);
	expect(news).toEqual([]);
	expect(watching.getSnapshot().alerts).toEqual([expect.stringContaining('rejected 12 rows')]);
	reject(0);
	expect(news.map(({event}) => event)).toEqual(['cleared']);
});

test('while another program writes an alert waits, and it is not lost', () => {
	const {db} = testStore();
	const log = alertLog(db);
	let isLocked = true;
	const busy = Object.assign(new Error('busy'), {code: 'SQLITE_BUSY'});
	const {news, reject, watching} = watch({
		...log,
		raise(...given) {
			if (isLocked) {
				throw busy;
			}
			log.raise(...given);
		},
	});
	reject(12);
	expect(news).toEqual([]);
	expect(watching.getSnapshot()).toEqual({alerts: [], problem: 'cannot look for alerts: busy'});
	isLocked = false;
	reject(12);
	expect(news).toHaveLength(1);
	expect(watching.getSnapshot().alerts).toEqual([expect.stringContaining('rejected 12 rows')]);
});

test('a rule on a category that there is not is told as long as it is there', () => {
	const {watching, setAlerts} = watch();
	setAlerts([rule, {...rule, name: 'share', condition: {when: 'share', category: 'Toy', above: 0.1}}]);
	expect(watching.getSnapshot()).toEqual({
		alerts: [],
		problem: 'alerts: no category is called "Toy"; there is "Toys"',
	});
	setAlerts([rule]);
	expect(watching.getSnapshot().problem).toBeUndefined();
});

test('rules that are taken out of the configuration are silent', () => {
	const {watching, reject, setAlerts} = watch();
	reject(12);
	expect(watching.getSnapshot().alerts).toHaveLength(1);
	setAlerts([]);
	expect(watching.getSnapshot()).toEqual({alerts: [], problem: undefined});
});

test('a shop that is shown as it was at its last sale has alerts too', () => {
	const {watching, reject} = watch(undefined, {moment: 'lastSale'});
	reject(12);
	expect(watching.getSnapshot().alerts).toHaveLength(1);
});

test('while the past is asked for nobody looks', () => {
	const {watching, reject} = watch(undefined, {moment: 'asked'});
	reject(12);
	expect(watching.getSnapshot().alerts).toEqual([]);
});
