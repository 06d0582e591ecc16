import type { RowOf } from '../records/table';
import type { contacts } from '../records/tables/contacts';

/** Plain data, as items and JSON columns hold it. */
export type Data = RowOf<typeof contacts>['data'];
