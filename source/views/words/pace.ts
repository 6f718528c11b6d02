/** How often sales come, in words that stay the same while the pace does. */
export function paceOf(intervalMs: number): string {
	if (intervalMs < 1000) {
		return `${Math.round(1000 / intervalMs)} sales / s`;
	}
	return `1 sale / ${duration(intervalMs)}`;
}

/** `2 s`, `1.5 s`, `14 min`, `3 h`, `92 d`: one unit, whole from ten on. */
export function duration(ms: number): string {
	const units = [
		{name: 'd', ms: 86_400_000},
		{name: 'h', ms: 3_600_000},
		{name: 'min', ms: 60_000},
	];
	const unit = units.find(candidate => ms >= 1.5 * candidate.ms) ?? {name: 's', ms: 1000};
	const amount = ms / unit.ms;
	return `${amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit.name}`;
}
