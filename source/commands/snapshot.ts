import path from 'node:path';
import {openStoreToRead} from '../store/open-store.ts';
import {type Command, UsageError} from './command-line/command.ts';
import {commonOptions} from './command-line/common-options.ts';
import {printSnapshot, type SnapshotFormat} from './screen/print-snapshot.tsx';
import {scopeOf} from './screen/scope-options.ts';
import {screenFlags, screenOptions} from './screen/screen-options.ts';

export const snapshot: Command = {
	name: 'snapshot',
	summary: 'Prints one moment: the frame as text, or the whole dashboard as JSON',
	flags: {
		...screenFlags,
		format: {type: 'string', choices: ['text', 'json'], about: 'what to print (text)'},
		size: {type: 'string', value: '120x40', about: 'columns and rows of the frame (the terminal’s)'},
	},
	async run(given) {
		const common = commonOptions(given);
		const screen = screenOptions(given);
		const size = parseSize(given.text('size'));
		const format = (given.text('format') ?? 'text') as SnapshotFormat;
		const store = openStoreToRead(common.database);
		try {
			const scope = scopeOf(given, store, common.zone);
			const label = path.basename(common.database);
			const {goals} = given.configuration;
			await printSnapshot({store, goals, common, screen, scope, label, format, ...(size && {size})});
		} finally {
			store.close();
		}
		return 0;
	},
};

function parseSize(text: string | undefined): {columns: number; rows: number} | undefined {
	if (text === undefined) {
		return undefined;
	}
	const match = /^(\d{2,3})x(\d{1,3})$/.exec(text);
	if (!match) {
		throw new UsageError(`--size ${text}: write columns and rows, such as 120x40`);
	}
	return {columns: Number(match[1]), rows: Number(match[2])};
}
