/** A source that cannot be read or understood as a whole; the others can still be imported. */
export class SourceError extends Error {
	override readonly name: string = 'SourceError';
}

/** There is nothing in a source, which is no fault where nobody has named it. */
export class EmptySourceError extends SourceError {
	override readonly name = 'EmptySourceError';
}
