import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outputs } from '../../shared/engagement/outputs';
import { knownRows, rowsFields } from '../../shared/engagement/rows';
import type { Field } from '../../shared/operations/fields';
import type { Row } from '../../shared/rows/row';
import type { Finding } from '../engine/decision';
import { readEvent } from '../engine/events';
import { isPolicyRow } from '../../shared/sla/policies';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import type { CaseEvent } from '../../shared/sla/types';

const NAME = 'storedRows';
const LABEL = 'Stored Rows';

/** Rows beside those of the first input; `readRows` reads them. */
export const storedRows: Field<undefined> = {
	describe: () =>
		rowsFields({
			label: LABEL,
			name: NAME,
			hint: "The rows that this node gave on its output 'Rows to Store', so that nothing is reported twice; rows of cases are accepted as well",
		}),
	read: () => undefined,
};

export interface KnownRows {
	events: CaseEvent[];
	/** Keys of the findings of earlier sweeps. */
	stored: Set<string>;
}

/** A finding that an earlier sweep gave to be stored. */
function isStoredFinding(row: Row): boolean {
	return !('kind' in row) && 'metric' in row && 'status' in row;
}

/**
 * The rows of cases and the findings of earlier sweeps, from the items and from the second input or JSON;
 * each is recognized by its columns. A row that cannot be read ends the run, or becomes an error item.
 */
export function readRows(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	{ policies, calendar }: SlaSettings,
): KnownRows {
	const known: KnownRows = { events: [], stored: new Set() };
	const take = (row: Row, where: string, item?: number) => {
		outputs.attempt(() => {
			if (isStoredFinding(row)) known.stored.add(String(row.key));
			else if (Object.keys(row).length > 0 && !isPolicyRow(row)) {
				known.events.push(readEvent(row, where, policies, calendar.zone, item));
			}
		}, item);
	};
	ctx.getInputData().forEach(({ json }, item) => take(json, `Item ${item + 1}`, item));
	knownRows(ctx, NAME, LABEL).forEach((row, position) => take(row, `Stored row ${position + 1}`));
	return known;
}

/** The items that a finding came from; none where its rows came by another way. */
export const itemsOf = ({ item }: Finding): number[] => (item === undefined ? [] : [item]);
