import {cpSync, existsSync, rmSync} from 'node:fs';
import path from 'node:path';
import {dataFolder} from '../dataset/dataset.ts';
import type {TerminalProgram} from './terminal.ts';

/**
 * A copy of the built program, so that nobody builds it anew in the middle of a measurement.
 *
 * @returns the path of its launcher
 * @throws Error that says what to do where there is none
 */
export function copyBuiltProgram(): string {
	const dist = path.join(dataFolder, '../../dist');
	if (!existsSync(path.join(dist, 'cli.js'))) {
		throw new Error('there is no built program in dist: npm run build makes it');
	}
	const copy = path.join(dataFolder, 'dist');
	rmSync(copy, {recursive: true, force: true});
	cpSync(dist, copy, {recursive: true});
	return path.join(copy, 'bin.js');
}

/** @param program path of the launcher */
export function salesmon(program: string, ...args: readonly string[]): TerminalProgram {
	return {command: process.execPath, args: [program, ...args]};
}
