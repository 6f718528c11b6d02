/** Decodes UTF-8 that comes in pieces; a byte order mark is no part of the text. */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8');
	for await (const chunk of chunks) {
		yield decoder.decode(chunk, {stream: true});
	}
	yield decoder.decode();
}
