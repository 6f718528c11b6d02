const unitMs: Readonly<Record<string, number>> = {
	ms: 1,
	s: 1000,
	m: 60_000,
	h: 3_600_000,
	d: 86_400_000,
};

/**
 * Reads a span of time such as `90s`, `5m`, `2h` or `1d`.
 *
 * @returns milliseconds; nothing where it is no such span
 */
export function parseDuration(text: string): number | undefined {
	const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/.exec(text.trim()) ?? [];
	const ms = Number(amount) * (unitMs[unit] ?? Number.NaN);
	return Number.isFinite(ms) ? ms : undefined;
}
