/** How one thing is that was looked at. */
export type Diagnosis = {
	readonly area: 'program' | 'terminal' | 'configuration' | 'database';
	readonly what: string;
	readonly value: string;
	/** `note` is worth knowing, `bad` keeps salesmon from working as it should. */
	readonly state: 'good' | 'note' | 'bad';
	/** What to do; absent where nothing needs to be done. */
	readonly remedy?: string;
};
