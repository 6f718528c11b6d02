/** A day in two, cut at the same time of day as today is now. */
export type CutDay = {readonly early: number; readonly late: number};

/** Weeks whose same weekday tells how a day usually goes. */
const weeksLooked = 8;

/** Latest days that tell how things stand now. */
const levelDays = 14;

/** Fewer days before it, and a day cannot be predicted: two of each weekday. */
export const daysToPredict = 14;

/** Cuts a day of 24 hours; the hour that holds the cut is shared by time. */
export function cutDay(hours: readonly number[], elapsedHours: number): CutDay {
	const whole = Math.floor(elapsedHours);
	let early = 0;
	let late = 0;
	for (const [hour, value] of hours.entries()) {
		const share = hour < whole ? 1 : hour > whole ? 0 : elapsedHours - whole;
		early += share * value;
		late += (1 - share) * value;
	}
	return {early, late};
}

/**
 * What a day is usually like, seen from the end of the days known: the mean of the same weekdays before
 * it, times the level of the latest two weeks against theirs.
 *
 * @param days known days, oldest first
 * @param index of the day asked about, in the count of `days`; it may lie beyond their end
 */
export function usualDay(days: readonly CutDay[], index: number): CutDay {
	const {early, late} = meanOfWeekday(days, index);
	const level = levelOf(days);
	return {early: level * early, late: level * late};
}

function meanOfWeekday(days: readonly CutDay[], index: number): CutDay {
	let [early, late, count] = [0, 0, 0];
	const latest = index - 7 * Math.max(1, Math.ceil((index - days.length + 1) / 7));
	for (let place = latest; place >= 0 && count < weeksLooked; place -= 7) {
		early += days[place]!.early;
		late += days[place]!.late;
		count++;
	}
	return count === 0 ? {early: 0, late: 0} : {early: early / count, late: late / count};
}

/** The latest days against what is usual on such weekdays, 1 where nothing sells. */
function levelOf(days: readonly CutDay[]): number {
	let [came, usual] = [0, 0];
	for (let place = Math.max(0, days.length - levelDays); place < days.length; place++) {
		const {early, late} = meanOfWeekday(days, days.length + ((place - days.length) % 7) + 7);
		came += days[place]!.early + days[place]!.late;
		usual += early + late;
	}
	return usual > 0 ? came / usual : 1;
}
