import type {Readable} from 'node:stream';
import {type Entry, openPromise, type ZipFile} from 'yauzl';
import {dateStylesOf} from './date-styles.ts';
import {readXml} from './read-xml.ts';

/** A sheet of a workbook, and where its XML lies in the archive. */
export type Sheet = {readonly name: string; readonly isHidden: boolean; readonly entry: Entry};

/** What the cells of a workbook's sheets refer to. */
export type Workbook = {
	readonly sheets: readonly Sheet[];
	readonly sharedTexts: readonly string[];
	/** By number: whether a style shows a number as a date. */
	readonly isDateStyle: readonly boolean[];
	/** Days are counted from 1904 instead of 1900. */
	readonly isFrom1904: boolean;
	readonly open: (entry: Entry) => Promise<Readable>;
	readonly close: () => void;
};

/** All texts of a workbook are held in memory, so there is a limit to them, in characters. */
const mostText = 1 << 27;

/** @throws Error when the file is no XLSX workbook */
export async function openWorkbook(path: string): Promise<Workbook> {
	const zip = await openPromise(path, {autoClose: false});
	try {
		const entries = new Map<string, Entry>();
		for await (const entry of zip.eachEntry()) {
			entries.set(entry.fileName.toLowerCase(), entry);
		}
		const open = (entry: Entry) => openEntry(zip, entry);
		const part = async (name: string) => {
			const entry = entries.get(name);
			return entry && open(entry);
		};
		const workbook = await part('xl/workbook.xml');
		if (!workbook) {
			throw new Error('it is a ZIP file, but no XLSX workbook: unpack it, or save it as .xlsx or CSV');
		}
		const {listed, isFrom1904} = await readSheetList(workbook);
		const targets = await readTargets(await part('xl/_rels/workbook.xml.rels'));
		return {
			sheets: listed.flatMap(({name, isHidden, id}) => {
				const entry = entries.get(targets.get(id) ?? '');
				return entry ? [{name, isHidden, entry}] : [];
			}),
			sharedTexts: await readSharedTexts(await part('xl/sharedstrings.xml')),
			isDateStyle: await dateStylesOf(await part('xl/styles.xml')),
			isFrom1904,
			open,
			close: () => zip.close(),
		};
	} catch (error) {
		zip.close();
		throw error;
	}
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
	return zip.openReadStreamPromise(entry);
}

async function readSheetList(xml: Readable) {
	const listed: {readonly name: string; readonly isHidden: boolean; readonly id: string}[] = [];
	let isFrom1904 = false;
	await readXml(xml, {
		open(tag, attributes) {
			if (tag === 'sheet') {
				const {name = '', state, id = ''} = attributes;
				listed.push({name, isHidden: state !== undefined && state !== 'visible', id});
			} else if (tag === 'workbookPr') {
				isFrom1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
			}
		},
	});
	return {listed, isFrom1904};
}

/** Where in the ZIP file the sheets are, by their ids. */
async function readTargets(xml: Readable | undefined): Promise<ReadonlyMap<string, string>> {
	const targets = new Map<string, string>();
	if (xml) {
		await readXml(xml, {
			open(tag, {Id: id, Target: target}) {
				if (tag === 'Relationship' && id !== undefined && target !== undefined) {
					targets.set(id, (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase());
				}
			},
		});
	}
	return targets;
}

async function readSharedTexts(xml: Readable | undefined): Promise<string[]> {
	const texts: string[] = [];
	let current = '';
	let isText = false;
	let isPhonetic = false;
	let length = 0;
	if (xml) {
		await readXml(xml, {
			open(tag) {
				if (tag === 'si') {
					current = '';
				}
				isText = tag === 't' && !isPhonetic;
				isPhonetic ||= tag === 'rPh';
			},
			text(text) {
				if (isText) {
					current += text;
				}
			},
			close(tag) {
				isText = false;
				if (tag === 'rPh') {
					isPhonetic = false;
				} else if (tag === 'si') {
					texts.push(current);
					length += current.length;
					if (length > mostText) {
						throw new Error('its texts are too many to be held in memory; save it as CSV');
					}
				}
			},
		});
	}
	return texts;
}
