/** What the shell is told; 0 is fine. */
export const exitCodes = {
	failed: 1,
	wrongUsage: 2,
	/** Data was rejected, or a check did not hold. */
	notHolding: 3,
} as const;
