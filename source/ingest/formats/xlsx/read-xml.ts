import type {Readable} from 'node:stream';
import {StringDecoder} from 'node:string_decoder';
import {SaxesParser} from 'saxes';

/** By their names without a prefix. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Hears a document as it is read; nothing of it is kept. */
export type XmlHandler = {
	readonly open?: (tag: string, attributes: Attributes) => void;
	readonly text?: (text: string) => void;
	readonly close?: (tag: string) => void;
};

/** Reads XML from its beginning to its end, in pieces. */
export async function readXml(stream: Readable, handler: XmlHandler): Promise<void> {
	for await (const _ of xmlPieces(stream, handler)) {
		// The handler has heard of it.
	}
}

/** Reads XML; yields after each piece of it that the handler has heard of. */
export async function* xmlPieces(stream: Readable, handler: XmlHandler): AsyncGenerator<void> {
	const parser = new SaxesParser();
	const {open, text, close} = handler;
	parser.on('error', error => {
		throw error;
	});
	parser.on('opentag', ({name, attributes}) => {
		open?.(localName(name), unprefixed(attributes));
	});
	if (text) {
		parser.on('text', text);
	}
	if (close) {
		parser.on('closetag', ({name}) => {
			close(localName(name));
		});
	}
	const decoder = new StringDecoder('utf8');
	try {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			parser.write(decoder.write(chunk));
			yield;
		}
		parser.close();
		yield;
	} finally {
		stream.destroy();
	}
}

function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon < 0 ? name : name.slice(colon + 1);
}

function unprefixed(attributes: Readonly<Record<string, string>>): Attributes {
	for (const name in attributes) {
		if (name.includes(':')) {
			return Object.fromEntries(Object.entries(attributes).map(([each, value]) => [localName(each), value]));
		}
	}
	return attributes;
}
