import type {CompletableCommand, CompletableFlag, Values} from './completable.ts';

/** An autoloaded function of zsh: its first line names what it completes. */
export function zshCompletion(commands: readonly CompletableCommand[]): string {
	const named = commands.filter(({name}) => name !== '');
	const cases = commands.map(
		({name, flags, operands}) =>
			`\t${name === '' ? '*' : name})\n\t\t_arguments -s \\\n${[
				...flags.map(argument),
				`'*:operand:${action(operands)}'`,
			]
				.map(text => `\t\t\t${text}`)
				.join(' \\\n')}\n\t\t;;`,
	);
	// The last of the cases takes everything, so plain salesmon comes last.
	const ordered = [...cases.slice(1), ...cases.slice(0, 1)];
	return `#compdef salesmon
# Completes salesmon in zsh: salesmon completion zsh > a folder of $fpath, as _salesmon
_salesmon() {
	local -a commands
	commands=(
${named.map(({name, summary}) => `\t\t'${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}'`).join('\n')}
	)
	if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
		_describe command commands
		return
	fi
	case $words[2] in
${ordered.join('\n')}
	esac
}
_salesmon "$@"`;
}

function argument({name, about, values}: CompletableFlag): string {
	const told = quoted(about.replaceAll(/[[\]:]/g, sign => `\\${sign}`));
	return values === undefined
		? `'${name}[${told}]'`
		: `'${name}=[${told}]:${name.slice(2)}:${action(values)}'`;
}

function action(values: Values): string {
	if (values === 'files') {
		return '_files';
	}
	return values === 'free' ? ' ' : `(${values.join(' ')})`;
}

function quoted(text: string): string {
	return text.replaceAll("'", String.raw`'\''`);
}
