import {openZone} from '../../business-time.ts';
import {jsonFields} from '../../dashboard/json-fields.ts';
import {parseWindow} from '../../dashboard/window-name.ts';
import {messageOf} from '../../message-of.ts';
import type {Sort} from '../../views/lists/panel-list.ts';
import type {SavedView, SavedViews} from '../../views/saved-view.ts';
import {type ViewName, viewNames} from '../../views/view-names.ts';
import {savedFiles} from '../command-line/saved-files.ts';

const files = savedFiles('views');

export const savedViews: SavedViews = {
	names: files.names,
	load(name) {
		const file = fileOf(name);
		let text: string;
		try {
			text = files.read(file);
		} catch (error) {
			const known = [...viewNames, ...files.names()].join(', ');
			throw new RangeError(`there is no such view; there are ${known}`, {cause: error});
		}
		try {
			return viewOf(JSON.parse(text));
		} catch (error) {
			const reason = messageOf(error);
			throw new RangeError(`${file} is no saved view: ${reason}`, {cause: error});
		}
	},
	save(name, {asOf, ...view}) {
		const file = fileOf(name);
		const moment = asOf === undefined ? undefined : new Date(asOf).toISOString();
		files.write(file, {...view, asOf: moment});
	},
};

/** Whether the program has a view of that name, which no saved one can have then. */
export function isBuiltInView(name: string): name is ViewName {
	return (viewNames as readonly string[]).includes(name);
}

function fileOf(name: string): string {
	const file = files.fileOf(name);
	if (file === undefined) {
		throw new RangeError('name it with letters, digits and dashes');
	}
	if (isBuiltInView(name)) {
		throw new RangeError(`${name} is a view of the program: choose another name`);
	}
	return file;
}

function viewOf(json: unknown): SavedView {
	const {text, textOr, truth, object} = jsonFields(json, 'it');
	const [view, asOf] = [text('view'), textOr('asOf', undefined)];
	if (!isBuiltInView(view)) {
		throw new Error(`${view} is no view`);
	}
	const moment = asOf === undefined ? undefined : Date.parse(asOf);
	if (Number.isNaN(moment)) {
		throw new Error(`${asOf} is no moment`);
	}
	return {
		view,
		// What it means depends on the zone of the database; whether it can be read does not.
		window: parseWindow(text('window'), openZone('UTC')),
		asOf: moment,
		filter: text('filter'),
		sorts: sortsOf(object('sorts'), (json as {sorts: object}).sorts),
		// A panel that there is no more is where nobody can be.
		focus: textOr('focus', undefined) as SavedView['focus'],
		isFull: truth('isFull'),
		isMasked: truth('isMasked'),
	};
}

function sortsOf(fields: ReturnType<typeof jsonFields>, sorts: object): SavedView['sorts'] {
	return Object.fromEntries(
		Object.keys(sorts).map((panel): [string, Sort] => {
			const {text, truth} = fields.object(panel);
			return [panel, {by: text('by'), isReversed: truth('isReversed')}];
		}),
	);
}
