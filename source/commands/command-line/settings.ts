import type {Setting, Settings} from '../../configuration/setting.ts';
import {liveScreenFlags} from '../screen/screen-options.ts';
import {simulationFlags} from '../simulating/simulation-options.ts';
import type {Flags} from './command.ts';
import {commonFlags} from './common-options.ts';

const flags: Flags = {...commonFlags, ...liveScreenFlags, ...simulationFlags};

/** What the environment and the configuration file can say too: flags that mean the same in all commands. */
export const settings: Settings = Object.fromEntries(
	Object.entries(flags).flatMap(([name, {type, about, choices, setting}]): [string, Setting][] =>
		setting ? [[name, {type, about, ...(choices && {choices}), ...setting}]] : [],
	),
);
