import type { RowOf } from '../../shared/records/table';
import type { contacts } from '../../shared/records/tables/contacts';

/** Plain data, as items and JSON columns hold it. */
export type Data = RowOf<typeof contacts>['data'];
