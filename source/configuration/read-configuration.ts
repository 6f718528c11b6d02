import {findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser';
import type {z} from 'zod';
import {closestWord} from './closest-word.ts';
import {
	type ConfigurationFile,
	configurationJsonSchema,
	configurationSchema,
} from './configuration-schema.ts';
import type {Settings} from './setting.ts';

/** One thing that cannot be, where it stands, and what to write instead. */
export type ConfigurationProblem = {
	/** Counted from 1. */
	readonly line: number;
	readonly message: string;
};

export type ReadConfiguration = {
	readonly problems: readonly ConfigurationProblem[];
	/** Absent where there are problems. */
	readonly file: ConfigurationFile | undefined;
	/** The line that says something, for example of `theme`; absent where none does. */
	readonly lineOf: (key: string) => number | undefined;
};

/** What those who use a part of the file find wrong in it although it is well-formed. */
export type Complaint = {readonly path: readonly PropertyKey[]; readonly message: string};

/** Reads a configuration: JSON, in which comments and commas before a closing bracket are allowed. */
export function readConfiguration(
	text: string,
	settings: Settings,
	complaintsAbout: (file: ConfigurationFile) => readonly Complaint[],
): ReadConfiguration {
	const errors: ParseError[] = [];
	const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
	const content = text.replace(/^\uFEFF/, ' ');
	const tree = parseTree(content, errors, {allowTrailingComma: true, allowEmptyContent: true});
	const [error] = errors;
	if (error) {
		return {
			problems: [{line: lineAt(error.offset), message: syntaxMessage(error, content)}],
			file: undefined,
			lineOf: () => undefined,
		};
	}
	const nodeAt = (path: readonly PropertyKey[]) =>
		tree &&
		findNodeAtLocation(
			tree,
			path.map(step => (typeof step === 'symbol' ? String(step) : step)),
		);
	const result = configurationSchema(settings).safeParse(tree ? contentOfNode(tree) : {});
	const lineOfPath = (path: readonly PropertyKey[]) => {
		const node = nodeAt(path);
		// The line of a value's name, where it has one.
		return lineAt((node?.parent?.type === 'property' ? node.parent : node)?.offset ?? 0);
	};
	const problemAt = (path: readonly PropertyKey[], message: string): ConfigurationProblem => ({
		line: lineOfPath(path),
		message: `${pathText(path) || 'all of it,'}${valueText(nodeAt(path))}: ${message}`,
	});
	const repeated = tree ? repeatedKeys(tree) : [];
	const problems = [
		...repeated.map(({key, offset}) => ({
			line: lineAt(offset),
			message: `"${key}" is there twice: keep one of them`,
		})),
		...(result.success ? complaintsAbout(result.data) : []).map(({path, message}) =>
			problemAt(path, message),
		),
		...(result.success ? [] : result.error.issues).flatMap((issue): readonly ConfigurationProblem[] =>
			issue.code === 'unrecognized_keys'
				? issue.keys.map(key => ({
						line: lineOfPath([...issue.path, key]),
						message: unknownMessage(key, knownKeys(settings, issue.path)),
					}))
				: [problemAt(issue.path, remedy(issue))],
		),
	].sort((a, b) => a.line - b.line);
	return {
		problems,
		file: result.success && problems.length === 0 ? result.data : undefined,
		lineOf: key => (nodeAt([key]) ? lineOfPath([key]) : undefined),
	};
}

const syntaxRemedies: Readonly<Record<string, string>> = {
	CommaExpected: 'a comma is missing before this',
	ColonExpected: 'a colon is missing after the name',
	PropertyNameExpected: 'a name in double quotes is expected here',
	ValueExpected: 'a value is expected here',
	CloseBraceExpected: 'a } is missing',
	CloseBracketExpected: 'a ] is missing',
	InvalidSymbol: 'text stands in double quotes; only numbers, true, false and null do not',
	UnexpectedEndOfString: 'a double quote is missing at the end of the text',
	UnexpectedEndOfComment: 'the end of the comment is missing: */',
	EndOfFileExpected: 'something follows after the last }',
	InvalidNumberFormat: 'a number is written as 12 or 12.5',
};

function syntaxMessage({error, offset, length}: ParseError, text: string): string {
	const code = printParseErrorCode(error);
	const at = text.slice(offset, offset + Math.min(length, 20));
	return `this is no JSON${at.trim() === '' ? '' : ` at ${at}`}: ${syntaxRemedies[code] ?? code}`;
}

/** The parser's own way makes `__proto__` a prototype. */
function contentOfNode(node: Node): unknown {
	switch (node.type) {
		case 'array':
			return (node.children ?? []).map(contentOfNode);
		case 'object':
			return Object.fromEntries(
				(node.children ?? []).map(({children: [key, value] = []}) => [
					key?.value,
					value && contentOfNode(value),
				]),
			);
		default:
			return node.value;
	}
}

type RepeatedKey = {readonly key: string; readonly offset: number};

function repeatedKeys(node: Node): readonly RepeatedKey[] {
	const children = node.children ?? [];
	const keys = new Set<unknown>();
	const repeated: RepeatedKey[] = [];
	if (node.type === 'object') {
		for (const {offset, children: [key] = []} of children) {
			if (keys.has(key?.value)) {
				repeated.push({key: String(key?.value), offset});
			}
			keys.add(key?.value);
		}
	}
	return [...repeated, ...children.flatMap(repeatedKeys)];
}

/** What may stand at a place of the file. */
function knownKeys(settings: Settings, path: readonly PropertyKey[]): readonly string[] {
	let schemas: readonly Schema[] = [configurationJsonSchema(settings) as Schema];
	for (const step of path) {
		schemas = schemas
			.flatMap(alternatives)
			.flatMap(({properties, items, additionalProperties}) =>
				typeof step === 'number' ? (items ?? []) : (properties?.[String(step)] ?? additionalProperties ?? []),
			);
	}
	const keys = schemas.flatMap(alternatives).flatMap(({properties = {}}) => Object.keys(properties));
	return [...new Set(keys)].filter(key => key !== '$schema');
}

/** What of a JSON schema tells which keys there may be. */
type Schema = {
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly additionalProperties?: Schema;
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
};

function alternatives(schema: Schema): readonly Schema[] {
	return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
}

function unknownMessage(key: string, known: readonly string[]): string {
	const meant = closestWord(key, known);
	return `unknown key "${key}": ${meant === undefined ? `those there are: ${known.join(', ')}` : `did you mean "${meant}"?`}`;
}

/** `targets[1].revenue` */
function pathText(path: readonly PropertyKey[]): string {
	return path
		.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
		.join('');
}

const longestValue = 40;

function valueText(node: Node | undefined): string {
	if (!node) {
		return '';
	}
	const text = JSON.stringify(contentOfNode(node));
	return ` ${text.length > longestValue ? `${text.slice(0, longestValue)}…` : text}`;
}

const typeWords: Readonly<Record<string, string>> = {
	string: 'text in double quotes',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list in [ ]',
	object: 'an object in { }',
};

function remedy(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return issue.message.includes('received undefined')
				? 'it is missing'
				: `write ${typeWords[issue.expected] ?? issue.expected}`;
		case 'invalid_value': {
			const choices = issue.values.map(String);
			return `choose one of ${choices.join(', ')}`;
		}
		case 'too_small':
			return issue.origin === 'string'
				? 'it is empty'
				: `write ${issue.inclusive ? `${issue.minimum} or more` : `more than ${issue.minimum}`}`;
		case 'too_big':
			return `write ${issue.inclusive ? `${issue.maximum} or less` : `less than ${issue.maximum}`}`;
		default:
			return issue.message;
	}
}
