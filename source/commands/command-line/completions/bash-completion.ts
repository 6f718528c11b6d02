import type {CompletableCommand, Values} from './completable.ts';

/** Functions and a registration, to be sourced by bash. */
export function bashCompletion(commands: readonly CompletableCommand[]): string {
	const names = commands.map(({name}) => name).filter(name => name !== '');
	const afterFlags = commands.flatMap(({name, flags}) =>
		flags.flatMap(({name: flag, values}) =>
			values === undefined ? [] : [`\t\t"${name} ${flag}") ${reply(values)} ;;`],
		),
	);
	const words = commands.map(({name, flags, operands}) => {
		const others = Array.isArray(operands) ? operands : name === '' ? names : [];
		const all = [...others, ...flags.map(flag => flag.name)].join(' ');
		const files =
			operands === 'files' ? `; [[ $word != -* ]] && ${reply('files').replace('; return', '')}` : '';
		return `\t\t"${name}") COMPREPLY=($(compgen -W "${all}" -- "$word"))${files} ;;`;
	});
	return `# Completes salesmon in bash: source <(salesmon completion bash)
_salesmon() {
	local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= index
	# bash takes --flag=value for three words.
	if [[ $word == = ]]; then
		word=
	elif [[ $before == = ]]; then
		before=\${COMP_WORDS[COMP_CWORD - 2]}
	fi
	for ((index = 1; index < COMP_CWORD; index++)); do
		case \${COMP_WORDS[index]} in
		${names.join(' | ')})
			command=\${COMP_WORDS[index]}
			break
			;;
		esac
	done
	COMPREPLY=()
	case "$command $before" in
${afterFlags.join('\n')}
	esac
	case "$command" in
${words.join('\n')}
	esac
}
complete -F _salesmon salesmon`;
}

function reply(values: Values): string {
	if (values === 'files') {
		return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); return';
	}
	return values === 'free' ? 'return' : `COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$word")); return`;
}
