/** Tells whoever remembers sums that something old was changed. */
export const correction = 'UPDATE revision SET corrections = corrections + 1';
