import {messageOf} from '../message-of.ts';
import {namedMoment} from '../parse-moment.ts';
import type {AnalysisResult} from '../store/analysis-results.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {analyses} from './analyses/analyses.ts';
import {type Analysis, runAnalysis} from './analyses/analysis.ts';
import {keepIfWritable} from './analyses/keep-if-writable.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {checking, commonOptions, formatsFor} from './command-line/common-options.ts';

const names = [...new Set(analyses.map(({what}) => what))];

export const analyse: Command = {
	name: 'analyse',
	summary: `Runs the analyses, all or those that are named (${names.join(', ')}): a line of JSON each, also kept in the database`,
	operands: '[ANALYSIS…]',
	flags: {
		asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then, such as the end of 2026-11-20 (now)'},
		details: {type: 'boolean', about: 'print what was found of every product too, as the screen needs it'},
		noKeep: {type: 'boolean', about: 'do not keep the results in the database'},
	},
	async run(given) {
		const common = commonOptions(given);
		const chosen = chosenAnalyses(given.operands);
		const asOf = given.text('asOf');
		const store = openStoreToRead(common.database);
		let failures = 0;
		try {
			const zone = common.zone ?? store.zone;
			const formats = formatsFor(common, store);
			const {targets} = given.configuration;
			const moment = asOf === undefined ? Date.now() : checking(() => namedMoment('--as-of', asOf, zone));
			for (const analysis of chosen) {
				try {
					const {result, besides} = await runAnalysis(
						analysis,
						{store, zone, formats, asOf: moment, targets},
						Date.now,
					);
					console.log(JSON.stringify(resultLine(result, given.has('details'))));
					if (!given.has('noKeep')) {
						keepIfWritable(common, [...besides, result]);
					}
				} catch (error) {
					// One that breaks down keeps nobody from the others.
					failures++;
					console.log(JSON.stringify(failureLine(analysis, moment, error)));
				}
			}
		} finally {
			store.close();
		}
		return failures > 0 ? 1 : 0;
	},
};

function chosenAnalyses(operands: readonly string[]): readonly Analysis[] {
	const unknown = operands.find(operand => !names.includes(operand));
	if (unknown !== undefined) {
		throw new UsageError(`there is no analysis "${unknown}": there are ${names.join(', ')}`);
	}
	return operands.length === 0 ? analyses : analyses.filter(({what}) => operands.includes(what));
}

/** The contract of a line. */
function resultLine(
	{what, subject, madeAt, asOf, span, model, elapsedMs, result, details}: AnalysisResult,
	hasDetails: boolean,
) {
	return {
		...{what, subject, madeAt: iso(madeAt), asOf: iso(asOf)},
		span: span ? {from: iso(span.from), to: iso(span.to)} : null,
		model: model ?? null,
		elapsedMs,
		result,
		...(hasDetails && {details}),
	};
}

function failureLine({what, subject}: Analysis, asOf: number, error: unknown) {
	const problem = messageOf(error);
	return {what, subject, asOf: iso(asOf), result: {status: 'failed', problem}};
}

function iso(utcMs: number): string {
	return new Date(utcMs).toISOString();
}
