import {crc32} from 'node:zlib';

/** The bytes of a ZIP file whose entries are stored as they are. */
function zipOf(entries: Readonly<Record<string, string>>): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of Object.entries(entries)) {
		const bytes = Buffer.from(content);
		const sizes = Buffer.alloc(12);
		sizes.writeUInt32LE(crc32(bytes), 0);
		sizes.writeUInt32LE(bytes.length, 4);
		sizes.writeUInt32LE(bytes.length, 8);
		const nameLength = Buffer.alloc(2);
		nameLength.writeUInt16LE(name.length);
		const local = Buffer.concat([
			Buffer.from('PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0', 'latin1'),
			sizes,
			nameLength,
			Buffer.alloc(2),
			Buffer.from(name),
			bytes,
		]);
		const place = Buffer.alloc(4);
		place.writeUInt32LE(offset);
		directory.push(
			Buffer.concat([
				Buffer.from('PK\u0001\u0002\u0014\0\u0014\0\0\0\0\0\0\0\0\0', 'latin1'),
				sizes,
				nameLength,
				Buffer.alloc(12),
				place,
				Buffer.from(name),
			]),
		);
		locals.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.write('PK\u0005\u0006', 'latin1');
	end.writeUInt16LE(locals.length, 8);
	end.writeUInt16LE(locals.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, central, end]);
}

export type TestSheet = {readonly name: string; readonly rows: string; readonly state?: string};

/**
 * An XLSX workbook.
 *
 * @param sheets their rows as XML; style 1 is a date, 2 a format of one's own `dd/mm/yyyy`, 3 a percentage
 */
export function workbookOf(
	sheets: readonly TestSheet[],
	{texts = [] as readonly string[], isFrom1904 = false} = {},
): Buffer {
	const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
	const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	return zipOf({
		'xl/workbook.xml': `${xml}<workbook ${main} xmlns:r="${relations}"><workbookPr date1904="${isFrom1904 ? 1 : 0}"/><sheets>${sheets
			.map(
				({name, state}, index) =>
					`<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
			)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${sheets
			.map(
				(_, index) =>
					`<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
			)
			.join('')}</Relationships>`,
		'xl/styles.xml': `${xml}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `${xml}<sst ${main}>${texts.map(text => `<si>${text}</si>`).join('')}</sst>`,
		...Object.fromEntries(
			sheets.map(({rows}, index) => [
				`xl/worksheets/sheet${index + 1}.xml`,
				`${xml}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
			]),
		),
	});
}
