import {readFileSync} from 'node:fs';

/** Of Linux, in all builds that are met: 100 ticks a second. */
const clockTickMs = 10;

/** Processor time of a process so far, all threads, user and system, in milliseconds. */
export function processorMs(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// After the name, which may hold spaces: the state is field 3, utime 14, stime 15.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * clockTickMs;
}

/** Resident memory of a process now and at its highest, in MB of 2^20 bytes. */
export function memory(pid: number): {readonly rssMb: number; readonly highestMb: number} {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
	return {rssMb: kilobytes('VmRSS') / 1024, highestMb: kilobytes('VmHWM') / 1024};
}
