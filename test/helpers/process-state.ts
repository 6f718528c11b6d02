import {readFileSync} from 'node:fs';

/** `T` for stopped, from the kernel. */
export const processState = (pid: number) =>
	readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '')[0];
