import type {ColumnSample} from '../mapping/column-sample.ts';
import type {Columns} from '../mapping/fields.ts';
import {headerKey} from '../mapping/header-key.ts';

type Table = {
	readonly columns: Columns;
	readonly samples: readonly ColumnSample[];
	readonly keys: ReadonlySet<string>;
};

const among = (...names: readonly string[]) => {
	const known = names.map(headerKey);
	return ({keys}: Table) => known.some(key => keys.has(key));
};

const hasBalance = among(
	...['balance', 'running balance', 'account balance', 'closing balance', 'available balance'],
	...['saldo', 'kontostand', 'solde', 'saldo po operacji'],
);
const hasMoneyIn = among(
	...['credit', 'money in', 'paid in', 'deposit', 'deposits', 'haben', 'crédit', 'haber', 'avere', 'bij'],
);
const hasMoneyOut = among(
	...['debit', 'money out', 'paid out', 'withdrawal', 'withdrawals', 'soll', 'débit', 'debe', 'dare', 'af'],
);
const hasPurchaseOrder = among(
	'purchase order',
	'purchase order number',
	'purchase order no',
	'po number',
	'po no',
);
const hasSupplier = among(
	...['supplier', 'supplier name', 'supplier id', 'vendor', 'vendor name', 'vendor id'],
	...['lieferant', 'fournisseur', 'proveedor', 'fornecedor', 'fornitore', 'leverancier', 'dostawca'],
);
const quotes = [
	...['quote', 'quote no', 'quote number', 'quote id', 'quotation', 'quotation no', 'quotation number'],
	...['estimate no', 'estimate number', 'angebot', 'angebotsnummer', 'devis', 'numéro de devis', 'offerte'],
	...['offertenummer', 'preventivo', 'presupuesto', 'orçamento'],
];
const hasQuote = among(...quotes);
const hasHours = among(
	...['hours', 'hours worked', 'billable hours', 'stunden', 'heures', 'horas', 'ore', 'uren', 'godziny'],
);
const hasEmployee = among(
	...['employee', 'employee name', 'employee id', 'staff', 'staff member', 'worker', 'team member'],
	...['mitarbeiter', 'employé', 'empleado', 'dipendente', 'medewerker', 'pracownik'],
);
const hasCounted = among(
	...[
		'counted',
		'counted qty',
		'counted quantity',
		'physical count',
		'stock count',
		'actual count',
		'gezählt',
	],
);
const hasExpense = among(
	'expense',
	'expense category',
	'expense type',
	'expense account',
	'reimbursable',
	'payee',
);

/** What a business spends on, as it writes the categories. */
const spending =
	/^(?:rent|salar(?:y|ies)|wages|payroll|utilit(?:y|ies)|insurance|electricity|travel|advertising|fuel|bank fees|miete|gehalt|gehälter|löhne|versicherung|strom|loyer|salaires?|assurances?|alquiler|affitto|huur)\b/i;

/**
 * What else than sales a table with dates and amounts seems to be, by its headers; nothing where it may be sales.
 */
export function otherBooksIn(columns: Columns, samples: readonly ColumnSample[]): string | undefined {
	const table: Table = {columns, samples, keys: new Set(samples.map(({header}) => headerKey(header)))};
	const has = (...fields: readonly (keyof Columns)[]) =>
		fields.some(field => columns[field] !== undefined && columns[field] !== columns.product);
	const isCounted = has('quantity', 'unitPrice');
	const isSold = has('customer', 'customerName', 'email', 'firstName', 'lastName', 'store', 'discount');
	const orderHeader = samples[columns.order ?? -1]?.header;
	const isOrdered =
		orderHeader !== undefined && !among(...quotes)({...table, keys: new Set([headerKey(orderHeader)])});
	const isSpent = isMostlyNegative(samples[columns.total ?? -1]);

	if (
		!isCounted &&
		(!isOrdered || isSpent) &&
		(hasBalance(table) || (hasMoneyIn(table) && hasMoneyOut(table)))
	) {
		return 'a bank statement';
	}
	if ((hasPurchaseOrder(table) || hasSupplier(table)) && !isSold) {
		return 'a list of purchases';
	}
	if (hasQuote(table) && !isOrdered) {
		return 'a list of quotes';
	}
	if (hasHours(table) && hasEmployee(table)) {
		return 'a time sheet';
	}
	if (hasCounted(table) && !isOrdered && !isSold) {
		return 'a stock take';
	}
	const isPlain = !isCounted && !isOrdered && !isSold;
	return isPlain && (hasExpense(table) || isOfSpending(samples[columns.category ?? -1]) || isSpent)
		? 'a list of expenses'
		: undefined;
}

function isMostlyNegative(column: ColumnSample | undefined): boolean {
	return column !== undefined && column.numbers.negatives > column.numbers.numbers / 2;
}

function isOfSpending(column: ColumnSample | undefined): boolean {
	return (
		column !== undefined &&
		column.present.length > 0 &&
		column.present.filter(text => spending.test(text)).length >= column.present.length / 2
	);
}
