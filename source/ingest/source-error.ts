/** A source that cannot be read or understood as a whole; the others can still be imported. */
export class SourceError extends Error {
	override readonly name = 'SourceError';
}
