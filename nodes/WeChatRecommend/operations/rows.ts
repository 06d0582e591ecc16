import type { IExecuteFunctions } from 'n8n-workflow';
import { knownRowsField } from '../../shared/engagement/rows';
import { mapped, type Field } from '../../shared/operations/fields';
import type { Row } from '../../shared/rows/row';
import { catalogueOf, historyOf } from '../engine/readRows';
import type { CatalogueItem, HistoryEvent } from '../engine/types';

type Read<T> = (ctx: IExecuteFunctions) => T;

const reading = <T>(rows: Field<Read<Row[]>>, read: (rows: Row[]) => T): Field<Read<T>> =>
	mapped(rows, (rowsOf) => (ctx) => read(rowsOf(ctx)));

/** What can be recommended. */
export const catalogue: Field<Read<CatalogueItem[]>> = reading(
	knownRowsField({
		label: 'Catalogue',
		hint: 'Columns: itemId, title; as needed tags, category, url, picUrl, publishedAt, validFrom, validTo, popularity, audience',
	}),
	catalogueOf,
);

/** What happened so far. */
export const history: Field<Read<HistoryEvent[]>> = reading(
	knownRowsField({
		label: 'History',
		hint: 'Columns: openId, itemId, at, kind (shown, read, clicked, shared, bought, dismissed …); as needed key. May be empty.',
		input: 'Third',
	}),
	historyOf,
);
