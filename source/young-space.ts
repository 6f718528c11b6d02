/**
 * Brings the space that V8 has for young values to a size and keeps it from growing. Frames are many
 * short-lived objects: left alone it grows to 64 MB and stays so, although 8 MB serve as well (measured:
 * 50 MB less, at the same processor time). Its limit can only be given on Node's own command line.
 */
export function fixYoungSpace(v8: typeof import('node:v8'), bytes: number): void {
	const isSmall = () =>
		v8.getHeapSpaceStatistics().some(space => space.space_name === 'new_space' && space.space_size < bytes);
	v8.setFlagsFromString('--semi-space-growth-factor=2');
	for (let round = 0; round < 40 && isSmall(); round++) {
		// What survives makes it grow.
		Array.from({length: 20_000}, (_, index) => ({index}));
	}
	v8.setFlagsFromString('--semi-space-growth-factor=1');
}
