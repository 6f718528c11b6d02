import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import os from 'node:os';
import {dashboardSections} from './dashboard/dashboard-section.ts';
import {importSection} from './import/import-section.ts';
import {insertsSection} from './inserts/inserts-section.ts';
import {installPeers} from './install-peers.ts';
import {oneAtATime} from './one-at-a-time.ts';
import {type Options, type PartName, readOptions} from './options.ts';
import {formatSection, isMet, type Section} from './report.ts';
import {screenSections} from './screen/screen-section.ts';

const parts: Readonly<Record<PartName, (options: Options) => Promise<Section[]>>> = {
	dashboard: async options => {
		installPeers();
		return dashboardSections(options);
	},
	inserts: async options => [await insertsSection(options)],
	import: async options => [importSection(options)],
	screen: screenSections,
};

async function main(argv: readonly string[]): Promise<void> {
	const options = readOptions(argv);
	const machine = describeMachine();
	console.log(
		`${machine.cores} × ${machine.processor}, load ${machine.load?.toFixed(1)}, Node ${machine.node}, ${machine.commit}\n`,
	);
	const sections: Section[] = [];
	for (const name of options.parts) {
		for (const section of await parts[name](options)) {
			sections.push(section);
			console.log(`${formatSection(section)}\n`);
		}
	}
	if (options.json !== undefined) {
		const judged = sections.map(section => ({
			...section,
			rows: section.rows.map(row => ({...row, isMet: isMet(row)})),
		}));
		writeFileSync(
			options.json,
			`${JSON.stringify({...machine, options, sections: judged}, undefined, '\t')}\n`,
		);
	}
}

function describeMachine() {
	const git = (...args: string[]) =>
		execFileSync('git', args, {encoding: 'utf8', cwd: import.meta.dirname}).trim();
	const isDirty = git('status', '--porcelain') !== '';
	return {
		at: new Date().toISOString(),
		cores: os.cpus().length,
		processor: os.cpus()[0]?.model ?? 'unknown processor',
		/** Others that worked on the machine when the bench began. */
		load: os.loadavg()[0],
		node: process.versions.node,
		commit: `${git('rev-parse', '--short', 'HEAD')}${isDirty ? ' and changes' : ''}`,
	};
}

try {
	await oneAtATime(() => main(process.argv.slice(2)));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
