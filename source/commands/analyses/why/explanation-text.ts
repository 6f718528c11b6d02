import type {Explanation} from '../../../dashboard/explain-report.ts';
import type {AskedStatement} from '../../../store/sql/asked-statements.ts';
import type {RowFormat} from '../../command-line/print-rows.ts';

/** How a report's figures come about, for people or as one JSON object. */
export function explanationText(explanation: Explanation, format: RowFormat): string {
	const {report, sql, bound, rows, elapsedMs, kept, agrees} = explanation;
	if (format === 'json' || format === 'ndjson') {
		return JSON.stringify({...explanation, agrees: agrees ?? null, kept: kept.map(plain)});
	}
	const values = Object.entries(bound).map(([name, value]) => `@${name} = ${value}`);
	const verdict =
		agrees === undefined
			? []
			: ['', agrees ? 'Both come to the same.' : 'THEY DO NOT AGREE: please report this with the database.'];
	return [
		`-- ${report}: from the raw tables, ${counted(rows, elapsedMs)}`,
		...(values.length > 0 ? [`-- ${values.join(', ')}`] : []),
		`${sql};`,
		...kept.flatMap(statement => [
			'',
			`-- the screen, from what it keeps: ${counted(statement.rows, statement.elapsedMs)}, asked ${statement.times} times`,
			`-- last with ${JSON.stringify(plain(statement).bound)}`,
			`${outdented(statement.sql)};`,
		]),
		...(kept.length === 0 && agrees !== undefined
			? ['', '-- the screen counts so few orders as they came, without a statement for the sum']
			: []),
		...verdict,
	].join('\n');
}

const counted = (rows: number, elapsedMs: number) =>
	`${rows} row${rows === 1 ? '' : 's'} in ${elapsedMs.toFixed(1)} ms`;

/** Some bind numbers that JSON does not know. */
const plain = (statement: AskedStatement) => ({
	...statement,
	sql: outdented(statement.sql),
	bound: statement.bound.map(value => (typeof value === 'bigint' ? String(value) : value)),
});

/** Without the indent that it has in its file. */
function outdented(sql: string): string {
	const lines = sql.replaceAll(/^\s*\n|\s+$/g, '').split('\n');
	const indent = Math.min(
		...lines.filter(line => line.trim() !== '').map(line => /^\t*/.exec(line)![0].length),
	);
	return lines.map(line => line.slice(indent)).join('\n');
}
