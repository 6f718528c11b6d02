import process from 'node:process';
import {createInterface} from 'node:readline/promises';
import {printable} from '../../../format.ts';
import type {Field} from '../../../ingest/mapping/fields.ts';

const questions: Readonly<Partial<Record<Field, string>>> = {
	product: 'Which column says what was sold?',
	unitPrice: 'Which column holds the price of one unit?',
	quantity: 'Which column says how many units were sold?',
	at: 'Which column says when it was sold?',
};

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
	return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Lets somebody choose a column from a list. @returns its header; nothing where they choose none */
export async function askForColumn(field: Field, header: readonly string[]): Promise<string | undefined> {
	const lines = createInterface({input: process.stdin, output: process.stderr});
	try {
		console.error(questions[field] ?? `Which column holds the ${field}?`);
		for (const [index, text] of header.entries()) {
			console.error(`  ${String(index + 1).padStart(3)}  ${printable(text.trim())}`);
		}
		for (;;) {
			const answer = (await lines.question('Its number (nothing for none of them): ')).trim();
			if (answer === '') {
				return undefined;
			}
			const chosen = header[Number(answer) - 1];
			if (chosen !== undefined) {
				return chosen.trim();
			}
			console.error(`There is no column ${answer}: write a number from 1 to ${header.length}.`);
		}
	} finally {
		lines.close();
	}
}
