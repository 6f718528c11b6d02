/** From this length on, V8 keeps a part of a string as a reference into the whole (`SlicedString::kMinLength`). */
const slicedLength = 13;

/** The same text, without the piece of a file that it may be cut from and would keep in memory. */
export function detached(text: string): string {
	return text.length < slicedLength ? text : Buffer.from(text).toString();
}
