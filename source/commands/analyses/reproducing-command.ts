import type {AnalysisInputs, KeptResult} from '../../store/analysis-results.ts';

/** The command line that finds a kept result again, as it is typed into a shell. */
export function reproducingCommand({inputs, asOf}: KeptResult, database: string): string {
	const {command, operands = [], flags} = inputs;
	const given: AnalysisInputs['flags'] = {...flags, asOf: new Date(asOf).toISOString(), db: database};
	return commandLine([
		'salesmon',
		command,
		...operands,
		...Object.entries(given).flatMap(([name, value]) =>
			value === true ? [kebab(name)] : [kebab(name), value],
		),
	]);
}

/** Words as they are typed into a shell. */
export function commandLine(words: readonly string[]): string {
	return words.map(quoted).join(' ');
}

function kebab(name: string): string {
	return `--${name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

function quoted(word: string): string {
	return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
