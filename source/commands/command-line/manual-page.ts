import {homedir} from 'node:os';
import {variableOf} from '../../configuration/setting.ts';
import type {Command, Flag} from './command.ts';
import {commonFlags} from './common-options.ts';
import {kebab} from './parse-command-line.ts';
import {settings} from './settings.ts';

/** The manual page `salesmon(1)` in roff, from the tables that the help is made of. */
export function manualPage(commands: readonly Command[], version: string): string {
	const [plain, ...others] = [...commands].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
	return [
		`.TH SALESMON 1 "" "salesmon ${version}" "User Commands"`,
		'.SH NAME',
		'salesmon \\- the live sales monitor for the terminal',
		'.SH SYNOPSIS',
		'.B salesmon',
		'[\\fICOMMAND\\fR] [\\fIOPERANDS\\fR] [\\fIFLAGS\\fR]',
		'.SH DESCRIPTION',
		'One command turns a terminal into a live view of sales: an embedded SQLite database, a simulator that',
		'sells something every two seconds, and panels that move. Real sales are imported or watched.',
		'.PP',
		...paragraph(plain!.summary),
		...flagList(plain!.flags),
		'.SH COMMANDS',
		...others.flatMap(({name = '', operands = '', summary, flags, examples = []}) => [
			`.SS "salesmon ${roff(name)} ${roff(operands)}"`.replace(' "', ' "').replace(/ "$/, '"'),
			...paragraph(summary),
			...flagList(flags),
			...examples.flatMap(([line, about]) => entry(`\\fB${roff(line)}\\fR`, about)),
		]),
		'.SH FLAGS OF EVERY COMMAND',
		...flagList(commonFlags),
		'.SH ENVIRONMENT',
		...paragraph('A flag counts before the environment, that before the configuration file.'),
		...Object.entries(settings).flatMap(([name, {about}]) =>
			entry(`\\fB${roff(variableOf(name))}\\fR`, about),
		),
		...entry('\\fBSALESMON_CONFIG\\fR', 'the configuration file'),
		...entry(
			'\\fBNO_COLOR\\fR',
			'with any content: no colours, unless a flag or the configuration file asks for them',
		),
		'.SH FILES',
		...paragraph(
			'salesmon config path tells where the configuration file is; salesmon config schema describes it.',
		),
		'.SH EXIT STATUS',
		...entry('0', 'fine'),
		...entry('1', 'failed'),
		...entry('2', 'wrong usage'),
		...entry('3', 'data was rejected, or a check did not hold'),
	].join('\n');
}

function flagList(flags: Readonly<Record<string, Flag>>): readonly string[] {
	return Object.entries(flags).flatMap(([name, {value, choices, about}]) => {
		const given = choices ? choices.join('|') : value;
		return entry(
			`\\fB\\-\\-${roff(kebab(name))}\\fR${given === undefined ? '' : ` \\fI${roff(given)}\\fR`}`,
			about,
		);
	});
}

/** A tagged paragraph; the tag is roff already. */
function entry(tag: string, text: string): readonly string[] {
	return ['.TP', tag, ...paragraph(text)];
}

/** The reader's own folder is nobody else's. */
function paragraph(text: string): readonly string[] {
	return [roff(text.replaceAll(homedir(), '~'))];
}

/** Text in which nothing is taken for a request. */
function roff(text: string): string {
	return text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll(
			/[^ -~]/gu,
			sign => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
		)
		.replace(/^(?=[.'])/, '\\&');
}
