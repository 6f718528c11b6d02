/** What the bytes 0x80 to 0x9F stand for; elsewhere Windows-1252 is Latin-1. */
const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const specialPattern = /[\u0080-\u009f]/g;

/** Decodes Windows-1252, of which Latin-1 text without control characters is a part. */
export function decodeWindows1252(bytes: Uint8Array): string {
	const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	return latin1.replaceAll(specialPattern, letter => special[letter.charCodeAt(0) - 0x80]!);
}
