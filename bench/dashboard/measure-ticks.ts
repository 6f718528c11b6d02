import {setTimeout as pause} from 'node:timers/promises';
import {hourMs} from '../../source/business-time.ts';
import {openDashboardReader} from '../../source/dashboard/read-dashboard.ts';
import {presentScope} from '../../source/dashboard/scope.ts';
import type {WindowName} from '../../source/dashboard/window-name.ts';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {type Dataset, storeDefaults} from '../dataset/dataset.ts';
import {moreSales, source} from '../dataset/shop.ts';
import {answer} from '../measure-apart.ts';
import {type Spread, spread} from '../statistics.ts';

export type TicksQuestion = {
	/** A copy, which is written to. */
	readonly dataset: Dataset;
	/** How long after the end of the data the ticks begin. */
	readonly hoursAfter: number;
	readonly window: WindowName;
	readonly ticks: number;
};

export type TicksAnswer = {
	/** In milliseconds, as all times here. */
	readonly read: Spread;
	readonly record: Spread;
	/** The read when a clock hour has passed, at which the window of 24 hours begins anew. */
	readonly newHourMs: number;
};

/** Left out of the figures, since a process is compiled once and ticks for weeks. */
const warmUpTicks = 60;

/** As long as there is nothing between two ticks, the processor's caches are flatteringly warm. */
const pauseMs = 15;

/**
 * One sale is recorded by a writer, then the dashboard is read through another connection. The ticks
 * are spread over an hour of the shop's time, so one of them opens a new clock hour.
 */
async function measureTicks({dataset, hoursAfter, window, ticks}: TicksQuestion): Promise<TicksAnswer> {
	const writer = openStore(dataset.file, storeDefaults);
	const recorder = openOrderRecorder(writer);
	const sell = moreSales(dataset, writer);
	const store = openStoreToRead(dataset.file);
	const reader = openDashboardReader(store);
	const beginsAt = dataset.until + hoursAfter * hourMs;
	await reader.read(presentScope(window), beginsAt);

	const reads: number[] = [];
	const records: number[] = [];
	let newHourMs = Number.NaN;
	const stepMs = hourMs / ticks;
	for (let tick = -warmUpTicks; tick < ticks; tick++) {
		const now = Math.floor(beginsAt + (tick + warmUpTicks + 1) * stepMs);
		await pause(pauseMs);
		const {order, restocks} = sell(now - 1);
		const recordStartedAt = performance.now();
		recorder.record(source, [order], restocks);
		const readStartedAt = performance.now();
		if (!reader.hasChanged()) {
			throw new Error('the reader did not notice a sale');
		}
		const dashboard = await reader.read(presentScope(window), now);
		const readMs = performance.now() - readStartedAt;
		if (dashboard.recent[0]?.at !== order.at) {
			throw new Error('the latest sale is not on the dashboard');
		}
		if (Math.floor(now / hourMs) !== Math.floor((now - stepMs) / hourMs)) {
			newHourMs = readMs;
		}
		if (tick >= 0) {
			reads.push(readMs);
			records.push(readStartedAt - recordStartedAt);
		}
	}
	store.close();
	writer.close();
	return {read: spread(reads), record: spread(records), newHourMs};
}

await answer(measureTicks);
