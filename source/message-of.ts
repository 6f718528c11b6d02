/** What went wrong, in words: of an error its message, of anything else that was thrown what it says. */
export function messageOf(error: unknown): string {
	if (error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL') {
		return 'the disk of the database is full; what was reported before is kept, and the same again does the rest';
	}
	return error instanceof Error ? error.message : String(error);
}
