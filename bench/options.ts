import {parseArgs} from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const partNames = ['dashboard', 'inserts', 'import', 'screen'] as const;

export type PartName = (typeof partNames)[number];

export type Options = {
	/** Smaller databases and fewer repetitions: to see that it works, not to quote from. */
	readonly isQuick: boolean;
	readonly parts: readonly PartName[];
	/** Lines stored, for the dashboard read. */
	readonly sizes: readonly number[];
	/** Where the results are written as JSON. */
	readonly json: string | undefined;
	/** Whether each measuring process leaves a CPU profile in data/profiles. */
	readonly hasProfile: boolean;
};

const usage = `npm run bench -- [--quick] [--only dashboard|inserts|import|screen] [--sizes 100000,1000000] [--json FILE] [--profile]`;

/** @throws Error that says how the command line is written */
export function readOptions(argv: readonly string[]): Options {
	const {values} = parseArgs({
		args: [...argv],
		options: {
			quick: {type: 'boolean', default: false},
			only: {type: 'string', multiple: true, default: []},
			sizes: {type: 'string'},
			json: {type: 'string'},
			profile: {type: 'boolean', default: false},
		},
	});
	const unknown = values.only.find(name => !partNames.some(part => part === name));
	if (unknown !== undefined) {
		throw new Error(`--only ${unknown}: there is no such part\n${usage}`);
	}
	const sizes = values.sizes?.split(',').map(Number);
	if (sizes?.some(size => !(size >= 1000))) {
		throw new Error(`--sizes ${values.sizes}: write numbers of lines from 1000 on\n${usage}`);
	}
	return {
		isQuick: values.quick,
		parts: partNames.filter(part => values.only.length === 0 || values.only.includes(part)),
		sizes: sizes ?? (values.quick ? [10_000, 100_000] : [100_000, 1_000_000, 10_000_000]),
		json: values.json,
		hasProfile: values.profile,
	};
}
