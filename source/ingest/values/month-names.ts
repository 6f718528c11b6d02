const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da'];

let known: ReadonlyMap<string, number> | undefined;

/** 1 to 12 of the name of a month, long or short, in the languages of many shops. */
export function monthOf(name: string): number | undefined {
	known ??= readNames();
	return known.get(plain(name));
}

/** The first language that uses a name has it. */
function readNames(): ReadonlyMap<string, number> {
	const names = new Map<string, number>([['sept', 9]]);
	for (const language of languages) {
		for (const month of ['short', 'long'] as const) {
			const format = new Intl.DateTimeFormat(language, {month, timeZone: 'UTC'});
			for (let index = 0; index < 12; index++) {
				const name = plain(format.format(Date.UTC(2020, index, 1)));
				if (!names.has(name)) {
					names.set(name, index + 1);
				}
			}
		}
	}
	return names;
}

function plain(name: string): string {
	return name
		.normalize('NFD')
		.replaceAll(/[\u0300-\u036F.]/g, '')
		.toLowerCase();
}
