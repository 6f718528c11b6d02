/** Asks the multiplexer that runs in between to hand a sequence on to its terminal. */
export function handedOn(
	sequence: string,
	{TMUX, STY}: {readonly TMUX: string | undefined; readonly STY: string | undefined},
): string {
	if (TMUX) {
		return `\u001BPtmux;${sequence.replaceAll('\u001B', '\u001B\u001B')}\u001B\\`;
	}
	return STY ? `\u001BP${sequence}\u001B\\` : sequence;
}
