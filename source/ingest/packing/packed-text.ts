/** Texts one after another, as bytes, which wait outside of the heap; as they are where UTF-8 cannot hold them. */
export type PackedText = Uint8Array<ArrayBuffer> | string;

const encoder = new TextEncoder();

export function packText(texts: readonly string[]): PackedText {
	const text = texts.join('');
	return text.isWellFormed() ? encoder.encode(text) : text;
}

export function unpackText(packed: PackedText): string {
	return typeof packed === 'string'
		? packed
		: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('utf8');
}

/** Where each text ends, in characters from the beginning of the first. */
export function endsOf(texts: readonly string[]): Uint32Array<ArrayBuffer> {
	const ends = new Uint32Array(texts.length);
	let end = 0;
	for (let index = 0; index < texts.length; index++) {
		end += texts[index]!.length;
		ends[index] = end;
	}
	return ends;
}
