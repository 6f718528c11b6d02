/** States of orders that came to nothing, as shops and payment services write them. */
const nothing =
	/^(?:wc-|shipped - )?(?:returned|return(?:ed|ing) to (?:seller|sender)|rejected by buyer|lost in transit|(?:order |payment )?cancell?ed(?: by (?:the )?[a-z]+)?|cancell?ation|drafts?|checkout-draft|(?:awaiting|pending)[ _-]payment|payment[ _-](?:pending|failed|declined|error)|requires[ _]payment[ _]method|denied|unsuccessful|timed out|entwurf|brouillon|borrador|failed|declined|(?:fully )?refunded|void(?:ed)?|rejected|expired|abandoned|charge(?:d )?back|storniert|fehlgeschlagen|abgelehnt|erstattet|annulée?s?|échoué|refusée?|remboursée?|cancelad[oa]|fallid[oa]|rechazad[oa]|reembolsad[oa]|annullat[oa]|rimborsat[oa]|geannuleerd|mislukt|terugbetaald|retourniert|retournée?|devuelt[oa]|devolvid[oa]|restituit[oa]|geretourneerd)$/i;

/** Kinds of rows that give money back, as tills and bookkeeping write them. */
const givenBack =
	/^(?:[\p{L}-]+ )?(?:refund(?:ed)?|returns?|returned|credit[ -]?(?:note|memo)|charge ?back|reversal|gutschrift|r(?:ü|ue)ckgabe|retoure|erstattung|storno|avoir|remboursement|retour|devolución|devolucion|reembolso|nota de crédito|rimborso|reso|nota di credito|terugbetaling)$/iu;

/** Whether a row gives money back, by what its kind is called, whatever sign its numbers have. */
export function givesBack(kind: string): boolean {
	return givenBack.test(kind.trim());
}

const refunded =
	/^(?:wc-)?(?:(?:fully )?refunded|returned|erstattet|retourniert|retournée?|devuelt[oa]|devolvid[oa]|restituit[oa]|geretourneerd|remboursée?|reembolsad[oa]|rimborsat[oa]|terugbetaald)$/i;

/** Whether an order was a sale, all of which was given back later. */
export function isRefunded(state: string): boolean {
	return refunded.test(state.trim());
}

/** Whether an order was never paid or was taken back, by its state. */
export function cameToNothing(state: string): boolean {
	return nothing.test(state.trim()) || state.trim() === 'wc-pending';
}

const noSale =
	/^(?:(?:page |product )?views?|(?:add |remove )?(?:to |from )?(?:cart|wishlist)|clicks?|payouts?|(?:general |instant )?withdrawals?|(?:bank |balance )?transfers?|deposits?|expenses?|(?:vendor |supplier )?bills?|fees?|auszahlung(?:en)?|gebühr(?:en)?|virement|versement|retiro|prelievo|uitbetaling)$/i;

const bought = /^(?:purchases?|purchase order|einkauf|achat|compra|acquisto|inkoop|zakup)$/i;
const sold = /^(?:sales?|sold|invoices?|sales invoice|verkauf|vente|venta|vendita|verkoop|sprzedaż)$/i;

/**
 * Whether a kind of rows is neither a sale nor a return. A purchase is the customer's, unless other rows are
 * called sales.
 */
export function isNoSale(kinds: readonly string[]): (kind: string) => boolean {
	const hasSales = kinds.some(kind => sold.test(kind.trim()));
	return kind => noSale.test(kind.trim().replaceAll('_', ' ')) || (hasSales && bought.test(kind.trim()));
}
