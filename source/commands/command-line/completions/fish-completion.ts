import type {CompletableCommand, CompletableFlag, Values} from './completable.ts';

/** Lines for fish, which reads them from its folder of completions. */
export function fishCompletion(commands: readonly CompletableCommand[]): string {
	const names = commands.map(({name}) => name).filter(name => name !== '');
	const isPlain = `not __fish_seen_subcommand_from ${names.join(' ')}`;
	return [
		'# Completes salesmon in fish: salesmon completion fish > ~/.config/fish/completions/salesmon.fish',
		'complete -c salesmon -f',
		...commands.flatMap(({name, summary, flags, operands}) => {
			const where = name === '' ? isPlain : `__fish_seen_subcommand_from ${name}`;
			return [
				...(name === '' ? [] : [`complete -c salesmon -n '${isPlain}' -a ${name} -d '${quoted(summary)}'`]),
				...(operands === 'free' ? [] : [`complete -c salesmon -n '${where}' ${given(operands)}`]),
				...flags.map(flag => `complete -c salesmon -n '${where}' ${flagText(flag)}`),
			];
		}),
	].join('\n');
}

function flagText({name, about, values}: CompletableFlag): string {
	const value = values === undefined ? '' : values === 'free' ? ' -x' : ` -r ${given(values)}`;
	return `-l ${name.slice(2)}${value} -d '${quoted(about)}'`;
}

function given(values: Values): string {
	return values === 'files' ? '-F' : `-f -a '${Array.isArray(values) ? values.join(' ') : ''}'`;
}

function quoted(text: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`);
}
