import {openStoreToRead} from '../store/open-store.ts';
import type {Command} from './command-line/command.ts';
import {commonOptions} from './command-line/common-options.ts';
import {scopeOf} from './screen/scope-options.ts';
import {liveScreenFlags, screenOptions} from './screen/screen-options.ts';
import {watchStore} from './screen/watch-store.tsx';

export const attach: Command = {
	name: 'attach',
	summary: 'Shows a database that something else fills; never writes to it',
	flags: {
		...liveScreenFlags,
		allowRun: {type: 'boolean', about: 'run the commands that alerts of the configuration ask for'},
	},
	async run(given) {
		const common = commonOptions(given);
		const screen = screenOptions(given);
		const store = openStoreToRead(common.database);
		try {
			const scope = scopeOf(given, store, common.zone);
			return await watchStore({
				given,
				store,
				common,
				screen,
				scope,
				label: 'attached',
				keepsResults: false,
				alerts: {mayRun: given.has('allowRun')},
			});
		} finally {
			store.close();
		}
	},
};
