import {createWriteStream} from 'node:fs';
import {Readable, Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {messageOf} from '../../message-of.ts';
import {SourceError} from '../source-error.ts';

/** What tells whether an address has something new since it was last asked. */
export type Validators = {readonly etag?: string | undefined; readonly lastModified?: string | undefined};

export type Download = {
	/** Nothing has changed since the validators that were given; nothing was written. */
	readonly isUnchanged: boolean;
	readonly validators: Validators;
};

export type DownloadLimits = {
	/** How long a server may be silent, before its answer or within it, in milliseconds. */
	readonly silenceMs: number;
	readonly bytes: number;
	readonly redirects: number;
};

const defaultLimits: DownloadLimits = {silenceMs: 30_000, bytes: 8 * 1024 ** 3, redirects: 5};

/**
 * Gets what is at an address and writes it into a file.
 *
 * @param known what the last download from there said
 * @throws SourceError that names the address and says what went wrong: status, kind of content, silence, size
 */
export async function download(
	address: string,
	file: string,
	known: Validators = {},
	limits: DownloadLimits = defaultLimits,
): Promise<Download> {
	const fail = (reason: string, cause?: unknown) =>
		new SourceError(`cannot get ${withoutPassword(address)}: ${reason}`, {cause});
	const controller = new AbortController();
	const silence = setTimeout(() => controller.abort(), limits.silenceMs);
	try {
		const response = await follow(address, known, limits, controller.signal, fail);
		const validators = {
			etag: response.headers.get('etag') ?? undefined,
			lastModified: response.headers.get('last-modified') ?? undefined,
		};
		if (response.status === 304) {
			return {isUnchanged: true, validators: known};
		}
		assertUsable(response, limits, fail);
		let bytes = 0;
		const counting = new Transform({
			transform(chunk: Buffer, _, done) {
				silence.refresh();
				bytes += chunk.length;
				done(bytes > limits.bytes ? tooLarge(limits, fail) : null, chunk);
			},
		});
		await pipeline(
			response.body ? Readable.fromWeb(response.body) : Readable.from([]),
			counting,
			createWriteStream(file),
		);
		return {isUnchanged: false, validators};
	} catch (error) {
		if (error instanceof SourceError) {
			throw error;
		}
		throw controller.signal.aborted
			? fail(`the server was silent for ${limits.silenceMs / 1000} s; try again later`, error)
			: fail(reasonOf(error), error);
	} finally {
		clearTimeout(silence);
		// An answer that is not read to its end would keep the program waiting for the rest.
		controller.abort();
	}
}

type Fail = (reason: string, cause?: unknown) => SourceError;

async function follow(
	address: string,
	{etag, lastModified}: Validators,
	{redirects}: DownloadLimits,
	signal: AbortSignal,
	fail: Fail,
): Promise<Response> {
	let place = parseAddress(address, fail);
	for (let count = 0; count <= redirects; count++) {
		const {username, password} = place;
		const target = new URL(place);
		target.username = '';
		target.password = '';
		const response = await fetch(target, {
			redirect: 'manual',
			signal,
			headers: {
				accept: 'text/csv, application/json, application/x-ndjson, */*;q=0.8',
				'user-agent': 'salesmon',
				...(etag !== undefined && {'if-none-match': etag}),
				...(lastModified !== undefined && {'if-modified-since': lastModified}),
				...(username !== '' && {
					authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
				}),
			},
		});
		const next = response.headers.get('location');
		if (![301, 302, 303, 307, 308].includes(response.status) || next === null) {
			return response;
		}
		await response.body?.cancel();
		place = parseAddress(new URL(next, place).href, fail);
		if (target.protocol === 'https:' && place.protocol === 'http:') {
			throw fail(`it leads from https to ${withoutPassword(place.href)}, which is not encrypted`);
		}
	}
	throw fail(`it leads from one address to another more than ${redirects} times`);
}

function parseAddress(address: string, fail: Fail): URL {
	const place = URL.parse(address);
	if (!place || !/^https?:$/.test(place.protocol)) {
		throw fail('it is no address that begins with http:// or https://');
	}
	return place;
}

function assertUsable(response: Response, limits: DownloadLimits, fail: Fail): void {
	if (!response.ok) {
		throw fail(`the server answers ${response.status} ${response.statusText}`.trimEnd());
	}
	const kind = (response.headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase();
	if (/^(?:text\/html|application\/xhtml\+xml|application\/pdf)$|^(?:image|audio|video)\//.test(kind)) {
		throw fail(`it is ${kind}: give the address of the file of sales itself`);
	}
	if (Number(response.headers.get('content-length')) > limits.bytes) {
		throw tooLarge(limits, fail);
	}
}

function tooLarge({bytes}: DownloadLimits, fail: Fail): SourceError {
	return fail(`it is larger than ${Math.round(bytes / 1024 ** 2)} MiB; download it and import the file`);
}

const networkReasons: Readonly<Record<string, string>> = {
	ENOTFOUND: 'there is no such host',
	EAI_AGAIN: 'the host’s name cannot be looked up now',
	ECONNREFUSED: 'nothing answers there',
	ECONNRESET: 'the server broke the connection',
	UND_ERR_SOCKET: 'the server broke the connection',
	UND_ERR_CONNECT_TIMEOUT: 'the server cannot be reached',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
	ERR_SSL_WRONG_VERSION_NUMBER: 'what answers there does not speak https; try http://',
	ERR_SSL_PACKET_LENGTH_TOO_LONG: 'what answers there does not speak https; try http://',
};

function reasonOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	const reason = networkReasons[code] ?? messageOf(cause);
	return reason === 'bad port' ? 'its port is of another service, and nothing is fetched there' : reason;
}

/** As it may be shown and kept. */
export function withoutPassword(address: string): string {
	const place = URL.parse(address);
	if (!place?.password) {
		return address;
	}
	place.password = '***';
	return place.href;
}
