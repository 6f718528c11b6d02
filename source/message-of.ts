/** What went wrong, in words: of an error its message, of anything else that was thrown what it says. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
