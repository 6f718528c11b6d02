import {dayMs, type Zone} from '../business-time.ts';
import type {OrderRange} from '../store/orders/order-ranges.ts';
import type {OrderTotals} from '../store/orders/order-totals.ts';
import type {ProductSum} from '../store/products/product-sales.ts';
import {slotMs} from '../store/schema/schema.ts';
import type {StoreQuestions} from '../store/store-questions.ts';
import type {Span} from './dashboard.ts';
import {alongDays, alongSlots, pieces} from './pieces.ts';
import type {Step} from './slices.ts';

/** Orders that are read at once, so that it takes no longer than a slice. */
const ordersPerRange = 1000;

/** Reads a span order by order. */
export function eachRange(span: Span, questions: StoreQuestions, read: (range: OrderRange) => void): Step {
	return function* () {
		for (const range of questions.orderRanges(span, ordersPerRange)) {
			read(range);
			yield shareOf(span, range.to);
		}
	};
}

/**
 * Reads a span of whole slots or days from rollups.
 *
 * @param zone whose UTC offset must hold throughout each piece, if any
 */
export function eachPiece(span: Span, read: (piece: Span) => void, zone?: Zone): Step {
	return function* () {
		for (const piece of pieces(span, zone)) {
			read(piece);
			yield shareOf(span, piece.to);
		}
	};
}

/** Totals of a span with a moment for each: by slot, and at the ends, shorter than one, order by order. */
export function eachTotal(
	span: Span,
	questions: StoreQuestions,
	add: (totals: OrderTotals, at: number) => void,
): readonly Step[] {
	const {head, whole, tail} = alongSlots(span);
	const ofSlots = eachPiece(whole, ({from, to}) => {
		for (const totals of questions.slotTotals(from / slotMs, to / slotMs)) {
			add(totals, totals.slot * slotMs);
		}
	});
	const ofEdges = [head, tail].map(edge =>
		eachRange(edge, questions, range => add(questions.orderTotals(range), range.from)),
	);
	return [ofSlots, ...ofEdges];
}

/** Sales by product: by day, and at the ends, shorter than one, order by order. */
export function productSums(
	span: Span,
	questions: StoreQuestions,
	add: (rows: readonly ProductSum[]) => void,
): Step {
	return function* () {
		const {head, whole, tail} = alongDays(span);
		for (const piece of pieces(whole)) {
			add(questions.productSalesOfDays(piece.from / dayMs, piece.to / dayMs));
			yield shareOf(span, piece.to);
		}
		for (const edge of [head, tail]) {
			for (const range of questions.orderRanges(edge, ordersPerRange)) {
				add(questions.productSales(range));
				yield shareOf(span, range.to);
			}
		}
	};
}

function shareOf({from, to}: Span, reached: number): number {
	return to > from ? (reached - from) / (to - from) : 1;
}
