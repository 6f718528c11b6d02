/** Reads what a column writes for a number. @returns nothing when it cannot be read */
export type NumberReader = (text: string) => number | undefined;

/**
 * Finds out which decimal sign a column uses, from what stands in it: in `1.234,5` and `12,5` it is the
 * comma, in `1,234.5` and `12.5` the point. A lone comma before exactly three digits groups thousands.
 */
export function numberReader(samples: readonly string[]): NumberReader {
	const cells = samples.map(bare);
	const saysComma = /\.\d{3},\d|,\d{1,2}$|,\d{4,}$|^[-+]?0?,\d/;
	const saysPoint = /,\d{3}\.\d|\.\d{1,2}$|\.\d{4,}$|^[-+]?0?\.\d/;
	const isComma = cells.some(cell => saysComma.test(cell)) && !cells.some(cell => saysPoint.test(cell));
	const plain = isComma
		? (text: string) => text.replaceAll('.', '').replace(',', '.')
		: (text: string) => text.replaceAll(/,(?=\d{3}(?:\D|$))/g, '');
	return text => {
		const number = plain(bare(text));
		return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(number) ? Number(number) : undefined;
	};
}

/** Without spaces, apostrophes and a currency sign around it. */
function bare(text: string): string {
	return text
		.replaceAll(/[\s'’_]/g, '')
		.replace(/^([-+]?)(?:\p{Sc}|[A-Z]{3})/u, '$1')
		.replace(/(?:\p{Sc}|[A-Z]{3})$/u, '');
}
