import {spawn} from 'node:child_process';
import process from 'node:process';
import {type Filter, type FilterTerm, filterText} from '../../filter.ts';
import {handedOn} from '../../terminal/handed-on.ts';
import type {PanelQuestion, Teaching} from '../../views/panel-question.ts';
import {commandLine} from '../analyses/reproducing-command.ts';

/**
 * Shows how the figures of a screen come about: by `salesmon query`, in a process of its own.
 *
 * @param idsOf which customers a term of a filter names
 */
export function teaching(
	database: string,
	zoneName: string,
	idsOf: (term: FilterTerm) => readonly number[],
): Teaching {
	const nameless = (term: FilterTerm): Filter =>
		term.kind === 'customer' ? idsOf(term).map(id => ({...term, value: `id:${id}`})) : [term];
	const argumentsFor = (question: PanelQuestion): string[] => {
		const {report, analysis, of, windowName, filter, isMasked, asOf, analysedAt = asOf} = question;
		const mask = isMasked ? ['--mask'] : [];
		const terms = filterText(isMasked ? filter.flatMap(nameless) : filter);
		const moment = (at: number) => ['--as-of', new Date(at).toISOString()];
		return [
			...(report === undefined && analysis
				? [...analysis, ...moment(analysedAt), ...(analysis[0] === 'analyse' ? [] : mask)]
				: [
						...(report === undefined ? ['snapshot'] : ['query', report]),
						...(of === undefined ? [] : ['--of', of]),
						...['--window', windowName],
						...moment(asOf),
						...(terms === '' ? [] : ['--filter', terms]),
						...(report === undefined ? ['--format', 'json', ...mask] : []),
					]),
			...['--tz', zoneName, '--db', database],
		];
	};
	return {
		commandFor: question => commandLine(['salesmon', ...argumentsFor(question)]),
		explain(question, signal) {
			return question.report === undefined
				? Promise.resolve(
						'No sum of the tables: this is what an analysis finds. The command above prints it.',
					)
				: output([...argumentsFor(question), '--explain'], signal);
		},
		copy(text) {
			process.stdout.write(clipboardSequence(text, process.env));
		},
	};
}

function output(argv: readonly string[], signal: AbortSignal): Promise<string> {
	return new Promise(resolve => {
		const child = spawn(process.execPath, [process.argv[1]!, ...argv], {
			stdio: ['ignore', 'pipe', 'pipe'],
			signal,
		});
		let said = '';
		const hear = (chunk: unknown) => {
			said += String(chunk);
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('error', error => resolve(error.message));
		child.on('close', () => resolve(said.trimEnd()));
	});
}

/**
 * Asks the terminal to put text into its clipboard (OSC 52); it works over SSH. Multiplexers are asked
 * themselves and asked to hand it on: which of the two they do is a matter of their settings.
 */
export function clipboardSequence(
	text: string,
	{TMUX, STY}: Readonly<Record<string, string | undefined>>,
): string {
	const sequence = `\u001B]52;c;${Buffer.from(text).toString('base64')}\u0007`;
	return TMUX || STY ? `${sequence}${handedOn(sequence, {TMUX, STY})}` : sequence;
}
