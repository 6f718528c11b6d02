import type {PageQuestions} from '../../store/page-questions.ts';
import type {OrderPage} from '../page.ts';
import type {ReadPage} from './page-asked.ts';

/** Reads pages of orders. */
export function openOrderPages({orderDetail}: PageQuestions): ReadPage<'order'> {
	return ({subject, read}) => {
		const order = orderDetail.head(subject.id);
		if (!order) {
			return {...read, kind: 'missing'};
		}
		const lines = orderDetail.lines(subject.id);
		return {
			...read,
			kind: 'order',
			order,
			lines,
			listAmount: lines.reduce((sum, {quantity, unitPrice}) => sum + quantity * unitPrice, 0),
			discount: lines.reduce((sum, line) => sum + line.discount, 0),
		} satisfies OrderPage;
	};
}
