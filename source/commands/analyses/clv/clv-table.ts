import type {CustomerAtRisk} from '../../../analytics/lifetime-value/customers-at-risk.ts';
import type {HoldOutGroup} from '../../../analytics/lifetime-value/hold-out.ts';
import {lifeStages} from '../../../analytics/lifetime-value/life-stages.ts';
import type {LifetimeModel} from '../../../analytics/lifetime-value/lifetime-model.ts';
import {type ValueTier, valueTiers} from '../../../analytics/value-tiers.ts';
import type {Formats} from '../../../format.ts';
import {type Column, tableLines} from '../../../views/lists/table.ts';
import {createTheme} from '../../../views/theme/theme.ts';
import type {ShownClv} from './clv-json.ts';
import type {ClvOptions} from './clv-options.ts';
import {clvCaveats} from './clv-words.ts';

/** How numbers are written, and how wide lines may be. */
export type TableStyle = {
	readonly formats: Formats;
	/** A file says nothing of its currency, so its money is written as plain numbers. */
	readonly money: (value: number) => string;
	readonly width: number;
};

/** What the model is, what the tiers are worth, who went from one to another, and the customers. */
export function clvToTable(shown: ShownClv, style: TableStyle): string {
	const {value, places, subject, options} = shown;
	const {count} = style.formats;
	const customers = subject.customers.length;
	const parts = [
		headLines(shown, style),
		tierTable(shown, style),
		movesTable(shown, style),
		riskTable(shown, style),
		holdOutLines(shown, style),
		places.length > 0 ? customerTable(shown, style) : [],
		places.length < customers && places.length > 0
			? [`${count(places.length)} of ${count(customers)} customers; --limit shows more`]
			: [],
	];
	return customers === 0
		? [...clvCaveats(value, subject, options), 'no customer has bought anything yet'].join('\n')
		: parts
				.filter(lines => lines.length > 0)
				.map(lines => lines.join('\n'))
				.join('\n\n');
}

function headLines({subject, value, options}: ShownClv, {formats}: TableStyle): string[] {
	const {model} = value;
	const repeatBuyers = subject.histories.frequency.reduce((sum, repeats) => sum + (repeats > 0 ? 1 : 0), 0);
	return [
		`${model.status.toUpperCase()}: ${formats.count(subject.customers.length)} customers, of whom ${formats.count(repeatBuyers)} came back${subject.until === undefined ? '' : `; until ${formats.weekdayDate(subject.until - 1)} ${formats.time(subject.until - 1)}`}`,
		...(model.status === 'ready' ? modelLines(model, options, subject.moneyScale) : []),
		...clvCaveats(value, subject, options).map(caveat => `Note: ${caveat}`),
	];
}

function modelLines(
	{orders, spend}: Extract<LifetimeModel, {status: 'ready'}>,
	{horizon, period}: ClvOptions,
	moneyScale: number,
): string[] {
	const {r, alpha, a, b} = orders.parameters;
	const figures = (names: Readonly<Record<string, number>>) =>
		Object.entries(names)
			.map(([name, value]) => `${name} ${value.toFixed(3)}`)
			.join(', ');
	const months = Number(horizon.months.toFixed(2));
	const discount = Number((horizon.monthlyDiscount * 100).toFixed(4));
	return [
		`Orders: BG/NBD, ${figures({r, alpha, a, b})} (${period}s), log-likelihood ${orders.logLikelihood.toFixed(1)}`,
		...(spend.status === 'gamma-gamma'
			? [
					`Spend: Gamma-Gamma, ${figures({p: spend.parameters.p, q: spend.parameters.q, v: spend.parameters.v / moneyScale})}`,
				]
			: []),
		`Orders and CLV of the next ${months} months, discounted by ${discount}% a month`,
	];
}

const plain = createTheme({depth: 'none'});

function draw<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): readonly string[] {
	return tableLines({rows, columns, width, height: rows.length + 1, theme: plain});
}

const number = <Row>(title: string, rank: number, text: (row: Row) => string): Column<Row> => ({
	kind: 'number',
	title,
	rank,
	text,
});

const word = <Row>(title: string, rank: number, text: (row: Row) => string): Column<Row> => ({
	kind: 'number',
	title,
	rank,
	text,
	align: 'left',
});

/** What a cell holds of which nothing is known. */
const none = '-';

function tierTable({value}: ShownClv, {formats, money, width}: TableStyle): readonly string[] {
	type Row = (typeof value.tiers)[number];
	const total = value.tiers.reduce((sum, {clv = 0}) => sum + clv, 0);
	const known = (amount: number | undefined) => (amount === undefined ? none : money(amount));
	return draw<Row>(
		value.tiers,
		[
			word('Tier', 0, row => row.tier),
			number('Customers', 0, row => formats.count(row.customers)),
			number('New', 2, row => formats.count(row.new)),
			number('Lapsed', 2, row => formats.count(row.lapsed)),
			number('Revenue', 1, row => known(row.revenue)),
			number('CLV', 0, row => known(row.clv)),
			number('Share', 3, ({clv}) => (clv === undefined || total <= 0 ? none : formats.percent(clv / total))),
		],
		width,
	);
}

/** From the tiers down to the tiers across. */
function movesTable({moves}: ShownClv, {formats, width}: TableStyle): readonly string[] {
	if (!moves) {
		return [];
	}
	const rows = [...valueTiers, undefined].filter(from => moves.some(move => move.from === from));
	const customers = (from: ValueTier | undefined, to: ValueTier) =>
		moves.find(move => move.from === from && move.to === to)?.customers ?? 0;
	return draw<ValueTier | undefined>(
		rows,
		[
			word('Moved from', 0, from => from ?? 'no customer'),
			...valueTiers.map(to =>
				number<ValueTier | undefined>(`to ${to}`, 0, from => formats.count(customers(from, to))),
			),
		],
		width,
	);
}

/** Good customers who may be leaving. */
function riskTable(
	{subject, atRisk = [], options}: ShownClv,
	{formats, money, width}: TableStyle,
): readonly string[] {
	if (atRisk.length === 0) {
		return [];
	}
	const {histories, customers} = subject;
	return draw<CustomerAtRisk>(
		atRisk,
		[
			{
				kind: 'name',
				title: 'May be leaving',
				rank: 0,
				text: ({place}) => customers[place]!.name ?? customers[place]!.code,
				least: 14,
				most: 32,
			},
			word('Was', 1, ({tierBefore}) => valueTiers[tierBefore]!),
			number('Repeats', 3, ({place}) => formats.count(histories.frequency[place]!)),
			number(`Silent ${options.period}s`, 2, ({place}) =>
				(histories.age[place]! - histories.recency[place]!).toFixed(1),
			),
			number('P(alive) was', 1, ({aliveBefore}) => formats.percent(aliveBefore)),
			number('is', 0, ({alive}) => formats.percent(alive)),
			number('CLV lost', 0, ({valueLost}) => money(valueLost)),
		],
		width,
	);
}

/** How a model did that did not know the last days. */
function holdOutLines({holdOut}: ShownClv, {formats, width}: TableStyle): readonly string[] {
	if (!holdOut) {
		return [];
	}
	const since = formats.fullDate(holdOut.from);
	if (holdOut.status === 'collecting') {
		return [`Hold-out: before ${since} there was too little for a model`];
	}
	const {customers, expected, actual, meanError, naiveMeanError, groups, days} = holdOut;
	const change = actual === 0 ? '' : `, ${formats.percent(expected / actual - 1)} off`;
	return [
		`Hold-out: ${formats.count(customers)} customers of before ${since} were expected to buy ${formats.count(expected)} times in ${days} days and bought ${formats.count(actual)} times${change}`,
		`A customer was off by ${meanError.toFixed(3)} orders; going on at the pace so far, by ${naiveMeanError.toFixed(3)}`,
		...draw<HoldOutGroup>(
			groups,
			[
				word(
					'Repeats before',
					0,
					({frequency}) =>
						`${frequency}${frequency === groups.at(-1)!.frequency && frequency === 7 ? '+' : ''}`,
				),
				number('Customers', 0, group => formats.count(group.customers)),
				number('Expected each', 0, group => group.expected.toFixed(3)),
				number('Actual each', 0, group => group.actual.toFixed(3)),
			],
			width,
		),
	];
}

function customerTable(
	{subject, value, places}: ShownClv,
	{formats, money, width}: TableStyle,
): readonly string[] {
	const {histories, customers} = subject;
	const {alive, expectedOrders, clv, tiers, stages, rfm} = value.customers;
	const at = (column: Float64Array | undefined, place: number, write: (value: number) => string) =>
		column ? write(column[place]!) : none;
	const time = (amount: number) => amount.toFixed(1);
	const scores = (place: number) =>
		[rfm.recency, rfm.frequency, rfm.monetary].map(score => score?.[place] ?? none).join('');
	return draw<number>(
		places,
		[
			{
				kind: 'name',
				title: 'Customer',
				rank: 0,
				text: place => customers[place]!.name ?? customers[place]!.code,
				least: 8,
				most: 32,
			},
			word('Tier', 1, place => valueTiers[tiers[place]!]!),
			word('Stage', 2, place => lifeStages[stages[place]!]!),
			number('Repeats', 3, place => formats.count(histories.frequency[place]!)),
			number('Recency', 5, place => time(histories.recency[place]!)),
			number('T', 5, place => time(histories.age[place]!)),
			number('Spend', 4, place => at(histories.monetary, place, money)),
			number('P(alive)', 2, place => at(alive, place, formats.percent)),
			number('Orders', 1, place => at(expectedOrders, place, orders => orders.toFixed(2))),
			number('CLV', 0, place => at(clv, place, money)),
			number('RFM', 3, scores),
		],
		width,
	);
}
