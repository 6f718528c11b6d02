/*
 * The thread in which heavy models are fitted, so that no key ever waits for one. Started and asked by
 * fit-forecast.ts.
 */

import process from 'node:process';
import {parentPort} from 'node:worker_threads';
import type {Forecast} from '../analytics/forecast/forecast.ts';
import {
	answerForecastRequest,
	type ForecastRequest,
	librariesFor,
} from '../analytics/forecast/forecast-request.ts';
import {messageOf} from '../message-of.ts';
import {modelLibraries} from './model-libraries.ts';

export type Question = {readonly id: number; readonly request: ForecastRequest};

export type Answer =
	| {readonly id: number; readonly forecast: Forecast}
	| {readonly id: number; readonly problem: string};

// Nobody reads it, so it would only pile up.
for (const stream of [process.stdout, process.stderr]) {
	stream.write = () => true;
}

const libraries = modelLibraries();

parentPort?.on('message', async ({id, request}: Question) => {
	const reply = (answer: Answer) => parentPort?.postMessage(answer);
	try {
		reply({id, forecast: answerForecastRequest(request, await libraries.load(librariesFor(request.model)))});
	} catch (error) {
		reply({id, problem: messageOf(error)});
	}
});
