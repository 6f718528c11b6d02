import type {Zone} from '../../business-time.ts';
import type {AnalysisInputs} from '../../store/analysis-results.ts';
import type {Store} from '../../store/open-store.ts';
import type {Flag, Given} from '../command-line/command.ts';
import type {CommonOptions} from '../command-line/common-options.ts';
import {type FreshResult, zonedInputs} from './analysis.ts';
import {keepIfWritable} from './keep-if-writable.ts';

export const noKeepFlag = {
	type: 'boolean',
	about: 'do not keep the result in the database',
} as const satisfies Flag;

/** What a command found, and what it takes to find it again. */
export type FoundByCommand = {
	readonly what: string;
	/** @default '' */
	readonly subject?: string;
	/** UTC milliseconds. */
	readonly asOf: number;
	readonly startedAt: number;
	readonly inputs: AnalysisInputs;
	readonly found: FreshResult;
};

/** Keeps what a command found, unless it was told not to or may not write there. */
export function keepFound(
	given: Given,
	common: CommonOptions,
	{store, zone}: {readonly store: Store; readonly zone: Zone},
	{what, subject = '', asOf, startedAt, inputs, found}: FoundByCommand,
): void {
	if (given.has('noKeep')) {
		return;
	}
	const {span, model, result} = found;
	const madeAt = Date.now();
	keepIfWritable(common, [
		{
			...{what, subject, asOf, madeAt, span, model, result},
			inputs: zonedInputs(inputs, zone, store),
			elapsedMs: madeAt - startedAt,
		},
	]);
}

/** Those of these flags that the command line gives. */
export function givenFlags(given: Given, names: readonly string[]): AnalysisInputs['flags'] {
	return Object.fromEntries(
		names.flatMap(name => {
			const value = given.text(name);
			return value === undefined ? [] : [[name, value]];
		}),
	);
}
