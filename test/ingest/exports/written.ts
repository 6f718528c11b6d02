/** The lines of a text that is indented here and not there. */
export const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

export const at = (iso: string) => Date.parse(iso);
