import type {SheetChoice} from '../survey-source.ts';

/** Which sheet of a workbook is read, and how to read the others. */
export function sheetDecisions(choice: SheetChoice | undefined): readonly string[] {
	if (!choice || choice.others.length + choice.alike.length + choice.linked.length === 0) {
		return [];
	}
	const {read, alike, linked, others, isChosen} = choice;
	const count = 1 + alike.length + linked.length + others.length;
	const together = linked.length > 0 ? `, with ${quoted(linked)}` : '';
	const beside = alike.length > 0 ? `, and so ${listed(alike)} with the same columns` : '';
	const why = isChosen ? ', the first that holds sales' : '';
	const flags = others.map(name => `--sheet "${name}"`).join(', ');
	const rest = others.length > 0 ? `; for the others: ${flags}` : '';
	return [`sheet "${read}" is read, of ${count}${why}${beside}${together}${rest}`];
}

function listed(names: readonly string[]): string {
	return `${names.length > 1 ? 'are' : 'is'} ${quoted(names)}`;
}

function quoted(names: readonly string[]): string {
	return names.map(name => `"${name}"`).join(', ');
}
