import {type Frame, innerHeight, innerWidth} from '../frame.ts';
import {type Column, tableLines} from '../lists/table.ts';
import {Panel} from '../panel.tsx';
import {sentenceRows} from '../words/sentences.ts';

export type ListPanelProps<Row> = Frame & {
	readonly title: string;
	/** What the list is about, as `24 h`. */
	readonly measure?: string | undefined;
	/** At the right of its lower border, may be painted. */
	readonly note?: string | undefined;
	readonly rows: readonly Row[];
	readonly columns: readonly Column<Row>[];
	/** Said where there is no row. */
	readonly empty: string;
};

/** A list of a page. */
export function ListPanel<Row>(props: ListPanelProps<Row>) {
	const {title, measure, note, rows, columns, empty, width, height, theme, isFocused, list} = props;
	const room = {width: innerWidth(width), height: innerHeight(height)};
	return (
		<Panel
			{...{title, measure, note, width, height, theme, isFocused, list}}
			rows={
				rows.length === 0 ? sentenceRows(empty, props) : tableLines({rows, columns, ...room, theme, list})
			}
		/>
	);
}
