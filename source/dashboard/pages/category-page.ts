import type {PageQuestions} from '../../store/page-questions.ts';
import type {CategoryPage} from '../page.ts';
import {nothingSold, type ReadPage} from './page-asked.ts';

/** Reads pages of categories: all their products with their sales of the window. */
export function openCategoryPages({productsOfCategory}: PageQuestions): ReadPage<'category'> {
	return ({subject, read, ledger: {sums}}): CategoryPage => ({
		...read,
		kind: 'category',
		products: productsOfCategory(subject.name)
			.map(({productId, name, stock}) => {
				const {units, revenue} = sums.products.get(productId) ?? nothingSold;
				return {id: productId, name, units, revenue, stock: stock ?? undefined};
			})
			.sort((a, b) => b.revenue - a.revenue || a.id - b.id),
	});
}
