import {type JsonFields, jsonFields} from './json-fields.ts';
import type {PageSubject} from './page.ts';

/** What stands out, in words. */
export type ToldInsights =
	| {readonly status: 'collecting'; readonly daysHave: number; readonly daysNeeded: number}
	| {
			readonly status: 'ready';
			/** How many tests were made, most of them of what turned out to be nothing. */
			readonly tests: number;
			/** News first, then how the shop always is; each by its worth. */
			readonly insights: readonly ToldInsight[];
	  };

export type ToldInsight = {
	/** What of it has a page, the one that weighs most first. */
	readonly about: readonly ToldSubject[];
	readonly sentence: string;
	/** What it rests on, in words. */
	readonly evidence: string;
	/** Whether it says how the shop always is, rather than what is new. */
	readonly isPattern: boolean;
	/** The words without money and names of customers. */
	readonly masked: {readonly sentence: string; readonly evidence: string};
};

export type ToldSubject = {readonly page: PageSubject; readonly name: string};

/** @throws Error where the JSON is not what `salesmon insights` prints */
export function readInsights(json: unknown): ToldInsights {
	const result = jsonFields(json);
	if (result.text('status') !== 'ready') {
		return {
			status: 'collecting',
			daysHave: result.number('days'),
			daysNeeded: result.number('daysNeeded'),
		};
	}
	return {
		status: 'ready',
		tests: result.number('tests'),
		// Of a silence the header tells, by the second.
		insights: result
			.list('findings')
			.filter(({text}) => text('kind') !== 'silence')
			.map(insightOf),
	};
}

function insightOf(finding: JsonFields): ToldInsight {
	const masked = finding.object('masked');
	return {
		about: finding.list('about').map(subjectOf),
		sentence: finding.text('sentence'),
		evidence: finding.object('evidence').text('words'),
		isPattern: finding.truth('pattern'),
		masked: {sentence: masked.text('sentence'), evidence: masked.text('evidence')},
	};
}

function subjectOf({text, number}: JsonFields): ToldSubject {
	const [kind, name] = [text('kind'), text('name')];
	switch (kind) {
		case 'category':
		case 'region':
			return {page: {kind, name}, name};
		case 'product':
		case 'customer':
			return {page: {kind, id: number('id')}, name};
		default:
			throw new Error(`${kind} is nothing that has a page`);
	}
}
