import type {Database} from 'better-sqlite3';
import {localDay, type Zone} from '../../../business-time.ts';
import {unknownRegion} from '../../../order.ts';
import type {Dimensions} from '../../dimensions.ts';
import type {BulkPlace} from '../../fold-bulk-load.ts';
import {lineInserter} from '../lines/line-inserter.ts';
import {type LineRemover, lineRemover} from '../lines/line-remover.ts';
import type {ChangedLine, KnownLine, NewOrder, Sold} from '../lines/sort-lines.ts';

export type ImportedOrderWriter = Pick<LineRemover, 'takeOut' | 'undo'> & {
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
	/** Gives an order another moment, in UTC milliseconds. */
	readonly move: (orderId: number, at: number) => void;
};

/** Writes the orders of a source and their lines, with ids above all that there are. */
export function importedOrderWriter(
	db: Database,
	zone: Zone,
	dimensions: Dimensions,
	sourceId: number,
): ImportedOrderWriter {
	const highestOrderId = db.prepare<[], number>('SELECT coalesce(max(order_id), 0) FROM orders').pluck();
	const insertOrder = db.prepare(`
		INSERT INTO orders (order_id, source_id, number, at, date_id, region_id, store_id, customer_id,
			lines, units, revenue, returns)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	`);
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
	const inserter = lineInserter(db);
	const {clear, dropEmpty, takeOut, undo} = lineRemover(db);
	let lastOrderId = 0;
	let beforeLastOrder: BulkPlace = {order: 0, line: 0};

	const writeOrder = (orderId: number, {key, lines}: NewOrder) => {
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

	const add = (importId: number, {orderId, sold}: KnownLine) => {
		inserter.insert(importId, orderId, sold);
		inserter.flush();
	};

	return {
		begin() {
			lastOrderId = highestOrderId.get()!;
			inserter.begin();
		},
		writeNew(importId, orders) {
			const ids: number[] = [];
			for (const order of orders) {
				beforeLastOrder = {order: lastOrderId, line: inserter.lastLineId()};
				lastOrderId++;
				writeOrder(lastOrderId, order);
				for (const sold of order.lines) {
					inserter.insert(importId, lastOrderId, sold);
				}
				ids.push(lastOrderId);
			}
			inserter.flush();
			return ids;
		},
		lastOrderId: () => lastOrderId,
		beforeLastOrder: () => beforeLastOrder,
		add,
		addWithoutTriggers(importId, line) {
			add(importId, line);
			addToOrder.run({orderId: line.orderId, ...totalsOf([line.sold])});
		},
		renew(importId, orderId, lines) {
			clear(orderId);
			for (const sold of lines) {
				add(importId, {orderId, sold});
			}
			if (lines.length > 0) {
				moveOrder.run(lines[0]!.line.at, orderId);
			}
			dropEmpty(orderId);
		},
		takeOut,
		undo,
		move(orderId, at) {
			moveOrder.run(at, orderId);
		},
		replace({orderId, sold: {line, productId}, before}) {
			const {quantity, unitPrice, discount} = line;
			updateLine.run({
				orderId,
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
