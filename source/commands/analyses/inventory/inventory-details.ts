import type {InventoryReport} from './inventory-report.ts';

/**
 * What is planned for every counted product, by its id, small enough to be kept: units a day, the days
 * until it runs out (earliest, usual, latest), units to order, revenue at risk a day as `Money`, and the
 * id of what stands in. `read-inventory.ts` reads it.
 */
export function inventoryDetails({rows}: InventoryReport) {
	const figure = (value: number | undefined) => (value === undefined ? null : Number(value.toPrecision(4)));
	return {
		products: Object.fromEntries(
			rows.map(({product, item, substitute}) => {
				const {p10, p50, p90} = item.stockOut ?? {};
				return [
					product.productId,
					[
						...[figure(item.demand.perDay), figure(p10), figure(p50), figure(p90)],
						...[item.quantity, Math.round(item.revenueAtRisk), substitute?.productId ?? null],
					],
				];
			}),
		),
	};
}
