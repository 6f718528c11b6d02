import {hitRateWords} from '../../../analytics/recommendations/words.ts';
import {printable} from '../../../format.ts';
import {type RowField, type RowFormat, rowsText} from '../../command-line/print-rows.ts';
import {
	type Answer,
	hitRateOf,
	type Recommendation,
	type RecommendQuestion,
	recommendationJson,
	recommendJson,
} from './recommend-answer.ts';
import {nameOf} from './recommend-subject.ts';

/** An answer as text, without a line end. */
export function recommendText(answer: Answer, format: RowFormat): string {
	const {asked, recommendations, recommender} = answer;
	const isForPeople = format === 'table' || format === 'md';
	const fields = fieldsOf(asked.kind).filter(({name}) => !isForPeople || !name.endsWith('Id'));
	const rows = rowsText(recommendations, fields, format);
	switch (format) {
		case 'json':
			return JSON.stringify(recommendJson(answer));
		case 'ndjson':
		case 'csv':
			return rows;
		case 'md':
		case 'table': {
			const title = printable(titleOf(answer));
			if (recommender.status === 'collecting') {
				return `Collecting: ${recommender.ownersHave} of ${recommender.ownersNeeded} ${recommender.by} with two products or more`;
			}
			return [
				format === 'md' ? `## ${title}` : title,
				'',
				recommendations.length === 0
					? `Nothing goes together more often than by chance, and for three ${recommender.by} at least`
					: rows,
				'',
				scoreLine(answer),
			].join('\n');
		}
	}
}

function titleOf({asked, subject, recommender}: Answer): string {
	const {by} = recommender;
	switch (asked.kind) {
		case 'product':
			return `What goes with ${nameOf(subject.products[asked.product]!)}, by ${by}`;
		case 'customer':
			return `What to offer to ${nameOf(subject.customers[asked.customer]!)}, by what ${by === 'customers' ? 'customers' : 'baskets'} have in common`;
		case 'pairs':
			return `What goes together best, by ${by}`;
	}
}

function scoreLine(answer: Answer): string {
	const hitRate = hitRateOf(answer);
	const given = answer.asked.kind === 'customer' ? 'what the customer had' : 'the first product of the order';
	return hitRate
		? `On trial, given ${given}: ${hitRateWords(hitRate)}`
		: 'On trial: too few customers ordered twice to say how good this is';
}

type Json = ReturnType<typeof recommendationJson>;

function fieldsOf(kind: RecommendQuestion['kind']): readonly RowField<Recommendation>[] {
	const percent = (value: Json[string] | undefined) =>
		typeof value === 'number' ? `${(100 * value).toFixed(1)} %` : '-';
	const fixed = (digits: number) => (value: Json[string] | undefined) =>
		typeof value === 'number' ? value.toFixed(digits) : '-';
	const field = (
		name: string,
		title: string,
		rest: Omit<Partial<RowField<Recommendation>>, 'text'> & {
			readonly write?: (value: Json[string] | undefined) => string;
		} = {},
	): RowField<Recommendation> => {
		const {write, ...others} = rest;
		const value = (row: Recommendation) => recommendationJson(row, kind)[name] ?? undefined;
		return {name, title, value, ...(write && {text: row => write(value(row))}), ...others};
	};
	const offered = [
		field('product', 'code', {kind: 'word', rank: 3}),
		field('name', kind === 'pairs' ? 'then' : 'product', {kind: 'name'}),
		field('category', 'category', {kind: 'word', rank: 5}),
		field('stock', 'stock', {rank: 1}),
	];
	const figures = [
		field('both', 'both'),
		field('support', 'support', {write: percent, rank: 4}),
		field('confidence', 'confidence', {write: percent, rank: 1}),
		field('lift', 'lift', {write: fixed(1), rank: 2}),
		field('cosine', 'cosine', {write: fixed(3)}),
	];
	const reason = field('reason', 'reason', {kind: 'word', rank: kind === 'customer' ? 0 : 6});
	const productId = field('productId', 'product id');
	switch (kind) {
		case 'product':
			return [...offered, ...figures, reason, productId];
		case 'pairs':
			return [
				field('with', 'code', {kind: 'word', rank: 3}),
				field('withName', 'who has', {kind: 'name'}),
				...offered,
				...figures,
				reason,
				productId,
				field('withId', 'with id'),
			];
		case 'customer':
			return [
				...offered,
				field('score', 'score', {write: fixed(3), rank: 1}),
				field('because', 'because of', {kind: 'word', rank: 4}),
				field('becauseName', 'goes with', {kind: 'name', rank: 6}),
				field('both', 'both', {rank: 5}),
				reason,
				productId,
				field('becauseId', 'because id'),
			];
	}
}
