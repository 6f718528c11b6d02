import type {Money} from '../../money.ts';

/** Whether customers first bought in the span, had bought before it, or are not known. */
export const customerGroups = ['new', 'returning', 'guest'] as const;

export type CustomerGroup = (typeof customerGroups)[number];

/** Sales of one span. */
export type Sales = {
	/** Sold; what came back is not taken off. */
	readonly units: number;
	/** Revenue of the units sold. */
	readonly gross: Money;
	/** The amounts of returned lines, so not above zero. */
	readonly returns: Money;
};

/** The finest grain at which two spans are compared. */
export type SalesCell = {
	readonly product: number;
	readonly region: number;
	readonly customers: CustomerGroup;
	readonly before: Sales;
	readonly after: Sales;
};
