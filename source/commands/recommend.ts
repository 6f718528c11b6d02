import {type Owners, owners} from '../analytics/recommendations/purchases.ts';
import {createRecommender} from '../analytics/recommendations/recommender.ts';
import {namedMoment} from '../parse-moment.ts';
import {maskNamed} from '../pseudonym.ts';
import {openStoreToRead} from '../store/open-store.ts';
import {givenFlags, keepFound, noKeepFlag} from './analyses/keep-found.ts';
import {readPurchases} from './analyses/recommend/read-purchases.ts';
import {answer, type RecommendQuestion} from './analyses/recommend/recommend-answer.ts';
import {type RecommendSubject, recommendSubjectFromStore} from './analyses/recommend/recommend-subject.ts';
import {recommendText} from './analyses/recommend/recommend-text.ts';
import {recommendationsResult} from './analyses/recommend/recommendations-analysis.ts';
import {type Command, type Given, UsageError} from './command-line/command.ts';
import {checking, commonOptions, maskFlag} from './command-line/common-options.ts';
import {exitCodes} from './command-line/exit-codes.ts';
import {findNamed} from './command-line/find-named.ts';
import {type RowFormat, rowFormats} from './command-line/print-rows.ts';
import {wholeNumber} from './command-line/whole-number.ts';

/** Problems that are told one by one; the others are counted. */
const mostTold = 5;

const defaultLimit = 10;

export const recommend: Command = {
	name: 'recommend',
	summary: 'What goes with a product, what to offer to a customer, or which products go together best',
	flags: {
		product: {type: 'string', value: 'CODE|NAME', about: 'what goes with this product'},
		customer: {
			type: 'string',
			value: 'CODE|NAME',
			about: 'what to offer to this customer, besides what they have',
		},
		by: {
			type: 'string',
			choices: owners,
			about: 'what the same customers or the same baskets have (customers)',
		},
		limit: {type: 'string', value: 'N', about: `how many to show (${defaultLimit})`},
		input: {
			type: 'string',
			value: 'FILE',
			about: 'a CSV of order, customer, product and perhaps quantity and date, not the database',
		},
		asOf: {type: 'string', value: 'MOMENT', about: 'as if it were then, such as the end of 2026-11-20 (now)'},
		mask: maskFlag,
		format: {type: 'string', choices: rowFormats, about: 'how to print (table)'},
		noKeep: noKeepFlag,
	},
	examples: [
		['salesmon recommend', 'the pairs that go together best'],
		['salesmon recommend --product "Bird feeder" --by baskets', 'what goes with it in one order'],
		['salesmon recommend --customer C1042 --format json', 'what to offer to a customer, for a script'],
		['salesmon recommend --input orders.csv', 'from a file, without a database'],
	],
	async run(given) {
		const common = commonOptions(given);
		// The parser has let only these names through.
		const by = (given.text('by') ?? 'customers') as Owners;
		const format = (given.text('format') ?? 'table') as RowFormat;
		const limit = wholeNumber(given, 'limit', {example: defaultLimit}) ?? defaultLimit;
		const find = (subject: RecommendSubject) => {
			const asked = askedFor(given, subject);
			const found = answer(asked, subject, createRecommender(subject.purchases, by), limit);
			const customers = subject.customers.map(customer => ({...customer, ...maskNamed(customer)}));
			const shown = common.isMasked ? {...found, subject: {...subject, customers}} : found;
			console.log(recommendText(shown, format));
			return found;
		};
		const input = given.text('input');
		if (given.text('product') !== undefined && given.text('customer') !== undefined) {
			throw new UsageError('--product and --customer are two questions: ask one at a time');
		}
		if (input !== undefined) {
			if (given.text('asOf') !== undefined) {
				throw new UsageError('--as-of is about the database; a file given by --input ends where it ends');
			}
			const {subject, rejected} = readInput(input);
			find(subject);
			return rejected > 0 ? exitCodes.notHolding : 0;
		}
		const startedAt = Date.now();
		const store = openStoreToRead(common.database);
		try {
			const zone = common.zone ?? store.zone;
			const moment = given.text('asOf');
			const asOf = moment === undefined ? startedAt : checking(() => namedMoment('--as-of', moment, zone));
			const found = find(recommendSubjectFromStore(store, asOf));
			keepFound(
				given,
				common,
				{store, zone},
				{
					...{what: 'recommendations', subject: keptSubjects[found.asked.kind], asOf, startedAt},
					inputs: {
						command: 'recommend',
						flags: givenFlags(given, ['product', 'customer', 'by', 'limit']),
					},
					found: recommendationsResult(store, found),
				},
			);
			return 0;
		} finally {
			store.close();
		}
	},
};

/** One for all products and one for all customers, so that whoever asks of each does not fill the database. */
const keptSubjects = {product: 'for a product', customer: 'for a customer', pairs: ''} as const;

function readInput(input: string) {
	const {subject, rejected, rows} = readPurchases(input);
	for (const reason of rejected.slice(0, mostTold)) {
		console.error(`${input}: ${reason}`);
	}
	if (rejected.length > 0) {
		console.error(`${input}: ${rejected.length} of ${rows} rows rejected`);
	}
	return {subject, rejected: rejected.length};
}

function askedFor(given: Given, {products, customers}: RecommendSubject): RecommendQuestion {
	const [product, customer] = [given.text('product'), given.text('customer')];
	if (product !== undefined) {
		return {kind: 'product', product: findNamed(product, products, {flag: '--product', noun: 'product'})};
	}
	return customer === undefined
		? {kind: 'pairs'}
		: {
				kind: 'customer',
				customer: findNamed(customer, customers, {
					flag: '--customer',
					noun: 'customer',
					isMasked: given.has('mask'),
				}),
			};
}
