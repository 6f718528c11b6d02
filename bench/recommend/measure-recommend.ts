import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {owners} from '../../source/analytics/recommendations/purchases.ts';
import {createRecommender} from '../../source/analytics/recommendations/recommender.ts';
import type {Order} from '../../source/order.ts';
import {aliasTable} from '../../source/producer/alias-table.ts';
import {randomStream} from '../../source/producer/random.ts';
import {purchaseLines} from '../../source/store/customers/purchase-lines.ts';
import {openStore, openStoreToRead} from '../../source/store/open-store.ts';
import {openOrderRecorder} from '../../source/store/record-orders.ts';
import {median} from '../statistics.ts';

/**
 * How long recommendations take at 1,000,000 lines and 5,000 products, from SQLite on: reading,
 * counting, trying on the last orders, adding those. Run it by `node bench/recommend/measure-recommend.ts`.
 */
const lines = 1_000_000;
const productCount = 5000;
const customerCount = 20_000;
const rounds = 5;

/** Products of one family are bought together. */
const familySize = 8;
const sameFamilyShare = 0.5;
const mostLines = 8;
const ordersPerBatch = 20_000;

function makeShop(file: string): void {
	const store = openStore(file, {zoneName: 'Europe/Paris', currency: 'EUR'});
	const {record} = openOrderRecorder(store);
	const random = randomStream(42, 'sales', 0);
	const drawProduct = aliasTable(Array.from({length: productCount}, (_, index) => 1 / (index + 50)));
	const drawCustomer = aliasTable(Array.from({length: customerCount}, (_, index) => 1 / (index + 3000)));
	const products = Array.from({length: productCount}, (_, index) => ({
		code: `P${index}`,
		name: `Product ${index}`,
		category: `Category ${index % 20}`,
		price: 100_000 + 1000 * (index % 97),
	}));
	let made = 0;
	let orders: Order[] = [];
	while (made < lines) {
		const first = drawProduct(random);
		const size = 1 + Math.floor(mostLines * random());
		const family = first - (first % familySize);
		const places = [first];
		while (places.length < size) {
			places.push(
				random() < sameFamilyShare ? family + Math.floor(familySize * random()) : drawProduct(random),
			);
		}
		orders.push({
			at: Date.UTC(2024, 0, 1) + made * 60_000,
			region: 'Bretagne',
			customer: {code: `C${drawCustomer(random)}`},
			lines: places.map(place => {
				const product = products[place]!;
				return {product, quantity: random() < 0.03 ? -1 : 1, unitPrice: product.price, discount: 0};
			}),
		});
		made += size;
		if (orders.length === ordersPerBatch || made >= lines) {
			record('bench', orders);
			orders = [];
		}
	}
	store.close();
}

const folder = mkdtempSync(path.join(tmpdir(), 'salesmon-recommend-'));
try {
	const file = path.join(folder, 'sales.db');
	makeShop(file);
	for (const by of owners) {
		const took: Record<'read' | 'recommend' | 'all' | 'processor', number[]> = {
			read: [],
			recommend: [],
			all: [],
			processor: [],
		};
		for (let round = 0; round < rounds; round++) {
			const startedAt = performance.now();
			const usedAt = process.cpuUsage();
			const store = openStoreToRead(file);
			const purchases = purchaseLines(store.db)(Date.now());
			store.close();
			const readAt = performance.now();
			const recommender = createRecommender(purchases, by);
			if (recommender.status === 'ready') {
				recommender.forProduct(0, 10);
			}
			took.read.push(readAt - startedAt);
			took.recommend.push(performance.now() - readAt);
			took.all.push(performance.now() - startedAt);
			const {user, system} = process.cpuUsage(usedAt);
			took.processor.push((user + system) / 1000);
			if (round === 0) {
				console.log(by, JSON.stringify(recommender.status === 'ready' ? recommender.score : recommender));
			}
		}
		const seconds = (values: readonly number[]) => `${(median(values) / 1000).toFixed(2)} s`;
		console.log(
			`by ${by}, median of ${rounds}: reading ${seconds(took.read)}, recommending ${seconds(took.recommend)}, all ${seconds(took.all)}, of it processor time ${seconds(took.processor)} (${took.all.map(ms => (ms / 1000).toFixed(2)).join(' ')})`,
		);
	}
} finally {
	rmSync(folder, {recursive: true, force: true});
}
