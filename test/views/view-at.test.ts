import {stripVTControlCharacters} from 'node:util';
import {expect, test} from 'vitest';
import {tabsLine, viewAt} from '../../source/views/chrome/tabs-line.ts';
import {createTheme} from '../../source/views/theme/theme.ts';
import {viewNames, viewTitles} from '../../source/views/view-names.ts';

test.each([40, 60, 80, 100, 120])('at %i columns each tab is found where it is written', columns => {
	for (const open of viewNames) {
		const line = stripVTControlCharacters(tabsLine(open, columns, createTheme({depth: '256'})));
		for (const [index, name] of viewNames.entries()) {
			const at = line.search(new RegExp(` ${index + 1}(?: ${viewTitles[name]})? `));
			if (at >= 0) {
				expect(viewAt(at + 1, open, columns), `${name} in "${line}"`).toBe(name);
			}
		}
		expect(viewAt(columns + 50, open, columns)).toBeUndefined();
		expect(viewAt(0, open, columns)).toBeUndefined();
	}
});
