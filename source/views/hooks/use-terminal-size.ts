import {useStdout} from 'ink';
import {useEffect, useState} from 'react';

type TerminalSize = {readonly columns: number; readonly rows: number};

/** The terminal's size; one of 0 × 0, as some report, counts as 80 × 24. */
export function useTerminalSize(): TerminalSize {
	const {stdout} = useStdout();
	const [size, setSize] = useState(() => sizeOf(stdout));
	useEffect(() => {
		const resized = () => {
			setSize(sizeOf(stdout));
		};
		stdout.on('resize', resized);
		return () => {
			stdout.off('resize', resized);
		};
	}, [stdout]);
	return size;
}

/** Ink types its output more loosely than the terminal that it is. */
function sizeOf(stdout: NodeJS.WritableStream & Partial<TerminalSize>): TerminalSize {
	const {columns, rows} = stdout;
	return columns && rows ? {columns, rows} : {columns: columns || 80, rows: 24};
}
