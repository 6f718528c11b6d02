import type {Readable} from 'node:stream';
import {readXml} from './read-xml.ts';

/** Numbers of the built-in formats that show a date (ECMA-376, 18.8.30, with those of East Asia). */
const isBuiltInDate = (id: number) =>
	(id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** For each style of a workbook, by its number, whether it shows a number as a date. */
export async function dateStylesOf(xml: Readable | undefined): Promise<boolean[]> {
	const codes = new Map<number, string>();
	const isDate: boolean[] = [];
	let isInCells = false;
	if (xml) {
		await readXml(xml, {
			open(tag, attributes) {
				if (tag === 'numFmt') {
					codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
				} else if (tag === 'cellXfs') {
					isInCells = true;
				} else if (tag === 'xf' && isInCells) {
					const id = Number(attributes.numFmtId);
					const code = codes.get(id);
					isDate.push(code === undefined ? isBuiltInDate(id) : isDateFormat(code));
				}
			},
			close(tag) {
				isInCells &&= tag !== 'cellXfs';
			},
		});
	}
	return isDate;
}

/** Whether a format has a day or a year in it: `dd/mm/yyyy`, but not `0.00 "days"` nor `[h]:mm`. */
export function isDateFormat(code: string): boolean {
	const plain = code
		.replaceAll(/"[^"]*"|\\.|[_*]./g, '')
		.replaceAll(/\[[^\]]*\]/g, '')
		.split(';')[0]!;
	return /[dy]/i.test(plain) || /\bmmm/i.test(plain);
}
