import {accessSync, constants} from 'node:fs';
import path from 'node:path';

/** Whether a program of that name is in PATH. */
export function isInstalled(command: string): boolean {
	return (process.env.PATH ?? '').split(path.delimiter).some(folder => {
		try {
			accessSync(path.join(folder, command), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}
