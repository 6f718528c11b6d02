import type {PageLink} from './panel-list.ts';

export const toGroup = (kind: 'category' | 'region', name: string): PageLink => ({
	subject: {kind, name},
	title: name,
});

export const toProduct = (id: number, title: string): PageLink => ({subject: {kind: 'product', id}, title});

export const toCustomer = (id: number, title: string): PageLink => ({subject: {kind: 'customer', id}, title});

/** @param number the source's own; the id stands for it where there is none */
export const toOrder = (id: number, number: string | null | undefined): PageLink => ({
	subject: {kind: 'order', id},
	title: `order ${number ?? id}`,
});
