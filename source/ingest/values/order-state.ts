/** States of orders that came to nothing, as shops and payment services write them. */
const nothing =
	/^(?:wc-)?(?:cancell?ed|failed|declined|(?:fully )?refunded|void(?:ed)?|rejected|expired|abandoned|charge(?:d )?back|storniert|fehlgeschlagen|abgelehnt|erstattet|annulée?|échoué|refusée?|remboursée?|cancelad[oa]|fallid[oa]|rechazad[oa]|reembolsad[oa]|annullat[oa]|rimborsat[oa]|geannuleerd|mislukt|terugbetaald)$/i;

export function cameToNothing(state: string): boolean {
	return nothing.test(state.trim());
}
