import {cellWidth, padEnd, shorten} from './fit.ts';
import type {Frame} from './frame.ts';
import {innerWidth} from './frame.ts';
import {keyBindings} from './keys.ts';
import {Panel} from './panel.tsx';

export type HelpProps = Pick<Frame, 'width' | 'height' | 'theme'> & {readonly hasProducer: boolean};

/** All keys and what they do. */
export function Help({width, height, theme, hasProducer}: HelpProps) {
	const bindings = keyBindings.filter(binding => hasProducer || !binding.needsProducer);
	const labelWidth = Math.max(...bindings.map(binding => cellWidth(binding.label)));
	const panelWidth = Math.min(width, 72);
	return (
		<Panel
			title="Keys"
			measure="Esc closes"
			width={panelWidth}
			height={Math.min(height, bindings.length + 2)}
			theme={theme}
			rows={bindings.map(({label, does}) => {
				const words = shorten(does, innerWidth(panelWidth) - labelWidth - 3, theme.glyphs.ellipsis);
				return `${theme.accent(padEnd(label, labelWidth))}   ${words}`;
			})}
		/>
	);
}
