import type {Database} from 'better-sqlite3';

/** What tells a line of an order from others. */
export type HeldLine = {readonly quantity: number; readonly unitPrice: number; readonly discount: number};

/** Equal lines of one product. */
export type LeftLine = HeldLine & {
	readonly productId: number;
	/** How many equal ones there are. */
	readonly count: number;
};

/** What an order holds, less what was taken of it: how many there are, by what tells them from others. */
export type LinesLeft = Map<string, number>;

type RawLine = readonly [productId: number, quantity: number, unitPrice: number, discount: number];

/** The lines of an order that the database holds. */
export const linesOfOrder = (db: Database) => {
	const query = db
		.prepare<[orderId: number], RawLine>(
			'SELECT product_id, quantity, unit_price, discount FROM order_lines WHERE order_id = ?',
		)
		.raw();

	return (orderId: number) => query.all(orderId);
};

export function linesLeft(lines: readonly RawLine[]): LinesLeft {
	const left: LinesLeft = new Map();
	for (const [productId, quantity, unitPrice, discount] of lines) {
		const key = keyOf(productId, quantity, unitPrice, discount);
		left.set(key, (left.get(key) ?? 0) + 1);
	}
	return left;
}

/** Takes one line like this. @returns whether there was one */
export function takeLine(
	left: LinesLeft,
	productId: number,
	{quantity, unitPrice, discount}: HeldLine,
): boolean {
	return takeKey(left, keyOf(productId, quantity, unitPrice, discount));
}

/** Takes any line of a product. @returns what it was, where there was one */
export function takeAnyLine(left: LinesLeft, productId: number): HeldLine | undefined {
	const key = [...left.keys()].find(other => other.startsWith(`${productId} `));
	if (key === undefined) {
		return undefined;
	}
	takeKey(left, key);
	return lineOf(key);
}

/** The lines that are no returns. */
export function salesAmong(left: LinesLeft): readonly LeftLine[] {
	return [...left].map(([key, count]) => ({...lineOf(key), count})).filter(({quantity}) => quantity > 0);
}

/** Whether an order holds these lines and no others. */
export function areAllLines(
	held: readonly RawLine[],
	lines: readonly {readonly productId: number; readonly line: HeldLine}[],
): boolean {
	const left = linesLeft(held);
	return lines.every(({productId, line}) => takeLine(left, productId, line)) && left.size === 0;
}

function takeKey(left: LinesLeft, key: string): boolean {
	const count = left.get(key) ?? 0;
	if (count > 1) {
		left.set(key, count - 1);
	} else {
		left.delete(key);
	}
	return count > 0;
}

function keyOf(productId: number, quantity: number, unitPrice: number, discount: number): string {
	return `${productId} ${quantity} ${unitPrice} ${discount}`;
}

function lineOf(key: string) {
	const [productId, quantity, unitPrice, discount] = key.split(' ').map(Number);
	return {
		productId: productId!,
		quantity: quantity!,
		unitPrice: unitPrice!,
		discount: discount!,
	};
}
