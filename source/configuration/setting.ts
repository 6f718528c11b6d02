/** What can be set once instead of with every command: by a flag, the environment or the configuration file. */
export type Setting = {
	readonly type: 'string' | 'boolean';
	/** What it does, in a line. */
	readonly about: string;
	readonly choices?: readonly string[];
	/** Whether a bare number says as much as text does. */
	readonly isNumber?: boolean;
	/** Whether it is a path, which in the file counts from the file's folder. */
	readonly isPath?: boolean;
	/** The other setting that says the same in another way. */
	readonly insteadOf?: string;
	/** What holds where nothing is set, in words or as it would be written. */
	readonly fallback: SettingValue;
	/** @throws RangeError that says what is wrong with the text and how to write it */
	readonly check?: (text: string) => unknown;
};

/** By name in camel case, which is also the key in the file. */
export type Settings = Readonly<Record<string, Setting>>;

export type SettingValue = string | boolean;

/** The variable that sets it: `maxBps` is `SALESMON_MAX_BPS`. */
export function variableOf(name: string): string {
	return `SALESMON_${name.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase()}`;
}

/**
 * What is wrong with a value, and how to write it.
 *
 * @returns nothing where nothing is wrong
 */
export function complaintAbout({choices, check}: Setting, text: string): string | undefined {
	if (choices && !choices.includes(text)) {
		return `choose one of ${choices.join(', ')}`;
	}
	try {
		check?.(text);
		return undefined;
	} catch (error) {
		if (error instanceof RangeError) {
			return error.message;
		}
		throw error;
	}
}
