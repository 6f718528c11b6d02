/** What is watched, and from when on it is worth an alert. */
export type AlertCondition =
	/** A goal of the section `goals` of which less than that share of what is due by now has come. */
	| {readonly when: 'pace'; readonly below: number}
	/** No sale for so long. */
	| {readonly when: 'silence'; readonly aboveMs: number}
	/** A counted product that lasts for fewer days than that; 0 for those that are sold out. */
	| {readonly when: 'stock'; readonly belowDays: number}
	/** A category's part of the revenue of the screen's window. */
	| {
			readonly when: 'share';
			readonly category: string;
			readonly above?: number | undefined;
			readonly below?: number | undefined;
	  }
	/** More rows than that which imports rejected within an hour. */
	| {readonly when: 'rejects'; readonly above: number};

/** One rule of the section `alerts`. */
export type AlertRule = {
	readonly name: string;
	readonly condition: AlertCondition;
	/** It must hold for so long before it is an alert. */
	readonly holdMs: number;
	/** The value must come back this share beyond the threshold before the alert is over, 0 to 1. */
	readonly margin: number;
	/** For so long after it is over it does not become one again. */
	readonly coolDownMs: number;
	/** Rings the terminal's bell. */
	readonly bell: boolean;
	/** Asks the terminal for a notification of the desktop (OSC 9 or 777). */
	readonly notify: boolean;
	/** A command line for the shell; what happened is in its environment. */
	readonly run: string | undefined;
};
