import {readFileSync} from 'node:fs';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {download, withoutPassword} from '../../../source/ingest/sources/download.ts';
import {testFolder} from '../../helpers/store.ts';

const csv = 'order,sku,qty,price,date\nA,P,2,5,2026-11-20\n';
const limits = {silenceMs: 10_000, bytes: 1000, redirects: 2};

/** @returns the address of a server that answers so */
async function serve(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const target = () => path.join(testFolder(), 'file');

test('what is at an address is written into a file, wherever it leads', async () => {
	const address = await serve(({url}, response) => {
		if (url === '/sales.csv') {
			response.writeHead(302, {location: '/moved/sales.csv'}).end();
		} else {
			response.writeHead(200, {'content-type': 'text/csv', etag: '"1"'}).end(csv);
		}
	});
	const file = target();
	expect(await download(`${address}/sales.csv`, file, {}, limits)).toEqual({
		isUnchanged: false,
		validators: {etag: '"1"', lastModified: undefined},
	});
	expect(readFileSync(file, 'utf8')).toBe(csv);
});

test('what has not changed since is not sent again', async () => {
	const address = await serve(({headers}, response) => {
		response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 200, {etag: '"1"'}).end();
	});
	expect(await download(address, target(), {etag: '"1"'}, limits)).toMatchObject({isUnchanged: true});
	expect(await download(address, target(), {etag: '"0"'}, limits)).toMatchObject({isUnchanged: false});
});

test('name and password go into a header, and the password into no message', async () => {
	const address = await serve(({headers}, response) => {
		response.writeHead(headers.authorization === `Basic ${btoa('ada:s/3')}` ? 200 : 401).end(csv);
	});
	const withPassword = (password: string) => address.replace('//', `//ada:${password}@`);
	await download(withPassword('s%2F3'), target(), {}, limits);
	await expect(download(withPassword('wrong'), target(), {}, limits)).rejects.toThrow(
		`cannot get ${withPassword('***')}/: the server answers 401 Unauthorized`,
	);
	expect(withoutPassword('https://example.com/a?b=c')).toBe('https://example.com/a?b=c');
});

test.each<readonly [string, RequestListener, string]>([
	['no such file', (_, response) => response.writeHead(404).end(), 'the server answers 404 Not Found'],
	[
		'a web page',
		(_, response) => response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end('<html>'),
		'it is text/html: give the address of the file of sales itself',
	],
	['a circle', (_, response) => response.writeHead(302, {location: '/'}).end(), 'more than 2 times'],
	[
		'another protocol',
		(_, response) => response.writeHead(302, {location: 'file:///etc/passwd'}).end(),
		'no address that begins with http:// or https://',
	],
	[
		'too much, as announced',
		(_, response) => response.writeHead(200, {'content-length': 5000}).end('x'.repeat(5000)),
		'it is larger than 0 MiB',
	],
	['too much', (_, response) => response.writeHead(200).end('x'.repeat(5000)), 'it is larger than 0 MiB'],
	[
		'a break in the middle',
		(_, response) => {
			response.writeHead(200, {'content-length': 500}).write('x', () => response.destroy());
		},
		'cannot get http://127.0.0.1',
	],
])('%s is told in words', async (_, answer, message) => {
	const address = await serve(answer);
	await expect(download(address, target(), {}, limits)).rejects.toThrow(message);
});

test('an answer that is refused is not waited for', async () => {
	const gone = Promise.withResolvers<void>();
	const address = await serve((_, response) => {
		response.on('close', () => gone.resolve());
		response.writeHead(200, {'content-length': 5000}).write('x');
	});
	await expect(download(address, target(), {}, limits)).rejects.toThrow('it is larger than');
	await gone.promise;
});

test('what speaks no https says so', async () => {
	const address = await serve((_, response) => response.end(csv));
	await expect(download(address.replace('http:', 'https:'), target(), {}, limits)).rejects.toThrow(
		'does not speak https; try http://',
	);
});

test('a server that says nothing is not waited for long', async () => {
	const address = await serve(() => {});
	await expect(download(address, target(), {}, {...limits, silenceMs: 50})).rejects.toThrow(
		'the server was silent for 0.05 s',
	);
});

test('where nobody listens says so', async () => {
	const server = createServer();
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	await new Promise(resolve => {
		server.close(resolve);
	});
	await expect(download(`http://127.0.0.1:${port}/`, target(), {}, limits)).rejects.toThrow(
		'nothing answers there',
	);
});

test('a port of another service says so', async () => {
	await expect(download('http://127.0.0.1:1/', target(), {}, limits)).rejects.toThrow(
		'its port is of another service',
	);
});
