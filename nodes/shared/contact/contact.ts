import type { RowOf } from '../records/table';
import type { contacts } from '../records/tables/contacts';

/** A follower as it stands in the table. */
export type Contact = RowOf<typeof contacts>;
