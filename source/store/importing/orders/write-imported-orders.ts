import type {Database, Statement} from 'better-sqlite3';
import {localDay, type Zone} from '../../../business-time.ts';
import {unknownRegion} from '../../../order.ts';
import type {Dimensions} from '../../dimensions.ts';
import type {BulkPlace} from '../../fold-bulk-load.ts';
import type {VanishedLine} from '../lines/lines-held.ts';
import type {ChangedLine, KnownLine, NewOrder, Sold} from '../lines/sort-lines.ts';

export type ImportedOrderWriter = {
	/** Must be called when a transaction has begun: from where ids go on. */
	readonly begin: () => void;
	/** @returns the ids of the orders */
	readonly writeNew: (importId: number, orders: readonly NewOrder[]) => number[];
	/** The highest id of an order that is written. */
	readonly lastOrderId: () => number;
	/** The order before the one that was begun last, and its last line. */
	readonly beforeLastOrder: () => BulkPlace;
	/** Adds a line to an order, whose totals the triggers keep. */
	readonly add: (importId: number, line: KnownLine) => void;
	/** Adds a line to an order together with what it adds to the order's totals, while there are no triggers. */
	readonly addWithoutTriggers: (importId: number, line: KnownLine) => void;
	readonly replace: (change: ChangedLine) => void;
	/** Puts lines in the place of all those of an order, which is gone where there are none. */
	readonly renew: (importId: number, orderId: number, lines: readonly Sold[]) => void;
	/** Takes a line out of an order, as often as it says. */
	readonly takeOut: (line: VanishedLine) => void;
	/** Takes a line out of an order that came to nothing; with its last sale it goes, and what was given back of it. */
	readonly undo: (line: VanishedLine) => void;
	/** Gives an order another moment. */
	readonly move: (orderId: number, at: number) => void;
};

/**
 * Of one statement, where the indexes are built later: starting a statement costs as much as inserting a
 * line. Where they are kept, a statement of several lines first copies all the pages of them that it touches.
 */
const linesAtOnce = 32;

const columnsOfLine = 6;

/** Writes the orders of a source and their lines, with ids above all that there are. */
export function importedOrderWriter(
	db: Database,
	zone: Zone,
	dimensions: Dimensions,
	sourceId: number,
): ImportedOrderWriter {
	const highestOrderId = db.prepare<[], number>('SELECT coalesce(max(order_id), 0) FROM orders').pluck();
	const highestLineId = db.prepare<[], number>('SELECT coalesce(max(line_id), 0) FROM order_lines').pluck();
	const insertOrder = db.prepare(`
		INSERT INTO orders (order_id, source_id, number, at, date_id, region_id, store_id, customer_id,
			lines, units, revenue, returns)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	`);
	const insertLine = insertLines(db, 1);
	const insertManyLines = insertLines(db, linesAtOnce);
	const insertRepair = db.prepare('INSERT INTO repairs (line_id, import_id, field) VALUES (?, ?, ?)');
	const addToOrder = db.prepare(`
		UPDATE orders SET lines = lines + 1, units = units + @units, revenue = revenue + @revenue, returns = returns + @returns
		WHERE order_id = @orderId
	`);
	const updateLine = db.prepare(`
		UPDATE order_lines SET quantity = @quantity, unit_price = @unitPrice, discount = @discount
		WHERE line_id = (
			SELECT line_id FROM order_lines
			WHERE order_id = @orderId AND product_id = @productId AND quantity = @oldQuantity
				AND unit_price = @oldUnitPrice AND discount = @oldDiscount
			LIMIT 1
		)
	`);
	const moveOrder = db.prepare<[number, number]>('UPDATE orders SET at = ? WHERE order_id = ?');
	const linesLike = db
		.prepare<[VanishedLine], number>(`
			SELECT line_id FROM order_lines
			WHERE order_id = @orderId AND product_id = @productId AND quantity = @quantity
				AND unit_price = @unitPrice AND discount = @discount
			LIMIT @count
		`)
		.pluck();
	const deleteRepair = db.prepare('DELETE FROM repairs WHERE line_id = ?');
	const deleteLine = db.prepare('DELETE FROM order_lines WHERE line_id = ?');
	const deleteRepairs = db.prepare(
		'DELETE FROM repairs WHERE line_id IN (SELECT line_id FROM order_lines WHERE order_id = ?)',
	);
	const deleteLines = db.prepare('DELETE FROM order_lines WHERE order_id = ?');
	const deleteEmptyOrder = db.prepare('DELETE FROM orders WHERE order_id = ? AND lines = 0');
	const hasSales = db.prepare<[number]>(
		'SELECT 1 FROM order_lines WHERE order_id = ? AND quantity > 0 LIMIT 1',
	);
	const refundsOf = db
		.prepare<[number], number>(`
			SELECT refunds.order_id FROM orders CROSS JOIN orders AS refunds
			ON refunds.source_id = orders.source_id
				AND refunds.number BETWEEN orders.number || ' (refund ' AND orders.number || ' (refund ~'
			WHERE orders.order_id = ?
		`)
		.pluck();
	let orderId = 0;
	let lineId = 0;
	let beforeLastOrder: BulkPlace = {order: 0, line: 0};
	/** What is bound to the next statement, of which as much is filled. */
	const bound: number[] = Array.from({length: linesAtOnce * columnsOfLine}, () => 0);
	let filled = 0;
	let isOneByOne = false;

	const writeOrder = ({key, lines}: NewOrder) => {
		const {at, region, store, city, customer, customerName, email, age} = lines[0]!.line;
		const totals = totalsOf(lines);
		insertOrder.run(
			orderId,
			sourceId,
			key,
			at,
			dimensions.dateId(localDay(zone, at)),
			dimensions.regionId(region ?? unknownRegion),
			store === undefined
				? null
				: dimensions.storeId({name: store, city: city ?? '', region: region ?? unknownRegion}),
			customer === undefined
				? null
				: dimensions.customerId(sourceId, {code: customer, name: customerName, email, age, region}),
			lines.length,
			totals.units,
			totals.revenue,
			totals.returns,
		);
	};

	const bind = (importId: number, ofOrder: number, {line, productId}: Sold) => {
		lineId++;
		if (line.repair !== undefined) {
			insertRepair.run(lineId, importId, line.repair);
		}
		if (isOneByOne) {
			insertLine.run(lineId, ofOrder, productId, line.quantity, line.unitPrice, line.discount);
			return;
		}
		bound[filled++] = lineId;
		bound[filled++] = ofOrder;
		bound[filled++] = productId;
		bound[filled++] = line.quantity;
		bound[filled++] = line.unitPrice;
		bound[filled++] = line.discount;
		if (filled === bound.length) {
			insertManyLines.run(bound);
			filled = 0;
		}
	};

	/** Inserts the lines that are too few for the large statement. */
	const insertRest = () => {
		for (let start = 0; start < filled; start += columnsOfLine) {
			insertLine.run(bound.slice(start, start + columnsOfLine));
		}
		filled = 0;
	};

	const add = (importId: number, {orderId: ofOrder, sold}: KnownLine) => {
		bind(importId, ofOrder, sold);
		insertRest();
	};

	const takeOut = ({orderId: ofOrder, productId, quantity, unitPrice, discount, count}: VanishedLine) => {
		const found = linesLike.all({orderId: ofOrder, productId, quantity, unitPrice, discount, count});
		for (const id of found) {
			deleteRepair.run(id);
			deleteLine.run(id);
		}
		deleteEmptyOrder.run(ofOrder);
	};

	const clear = (ofOrder: number) => {
		deleteRepairs.run(ofOrder);
		deleteLines.run(ofOrder);
	};

	return {
		begin() {
			orderId = highestOrderId.get()!;
			lineId = highestLineId.get()!;
			filled = 0;
			isOneByOne = lineId > 0;
		},
		writeNew(importId, orders) {
			const ids: number[] = [];
			for (const order of orders) {
				beforeLastOrder = {order: orderId, line: lineId};
				orderId++;
				writeOrder(order);
				for (const sold of order.lines) {
					bind(importId, orderId, sold);
				}
				ids.push(orderId);
			}
			insertRest();
			return ids;
		},
		lastOrderId: () => orderId,
		beforeLastOrder: () => beforeLastOrder,
		add,
		addWithoutTriggers(importId, line) {
			add(importId, line);
			addToOrder.run({orderId: line.orderId, ...totalsOf([line.sold])});
		},
		renew(importId, ofOrder, lines) {
			clear(ofOrder);
			for (const sold of lines) {
				add(importId, {orderId: ofOrder, sold});
			}
			if (lines.length > 0) {
				moveOrder.run(lines[0]!.line.at, ofOrder);
			}
			deleteEmptyOrder.run(ofOrder);
		},
		takeOut,
		undo(line) {
			const refunds = refundsOf.all(line.orderId);
			takeOut(line);
			if (hasSales.get(line.orderId) === undefined) {
				for (const ofOrder of [line.orderId, ...refunds]) {
					clear(ofOrder);
					deleteEmptyOrder.run(ofOrder);
				}
			}
		},
		move(ofOrder, at) {
			moveOrder.run(at, ofOrder);
		},
		replace({orderId: ofOrder, sold: {line, productId}, before}) {
			const {quantity, unitPrice, discount} = line;
			updateLine.run({
				orderId: ofOrder,
				productId,
				quantity,
				unitPrice,
				discount,
				oldQuantity: before.quantity,
				oldUnitPrice: before.unitPrice,
				oldDiscount: before.discount,
			});
		},
	};
}

function insertLines(db: Database, count: number): Statement {
	return db.prepare(`
		INSERT INTO order_lines (line_id, order_id, product_id, quantity, unit_price, discount)
		VALUES ${Array.from({length: count}, () => '(?, ?, ?, ?, ?, ?)').join(', ')}
	`);
}

function totalsOf(lines: readonly Sold[]) {
	let units = 0;
	let revenue = 0;
	let returns = 0;
	for (const {line} of lines) {
		units += line.quantity;
		revenue += line.amount;
		if (line.quantity < 0) {
			returns += line.amount;
		}
	}
	return {units, revenue, returns};
}
