import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outputs } from '../shared/engagement/outputs';
import { knownRows } from '../shared/engagement/rows';
import type { Row } from '../shared/rows/row';
import { toNodeError } from '../shared/transport/errors';
import { readEvent } from './engine/events';
import { METRICS, type CaseEvent } from './engine/types';
import type { SlaSettings } from './engine/slaSettings';

export interface KnownRows {
	events: CaseEvent[];
	/** Keys of the findings of earlier sweeps. */
	stored: Set<string>;
}

/** A row of a table of policies; the other rows of a second input are left to their readers. */
export function isPolicyRow(row: Row): boolean {
	return !('kind' in row) && METRICS.some((metric) => metric in row);
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
		try {
			if (isStoredFinding(row)) known.stored.add(String(row.key));
			else if (Object.keys(row).length > 0 && !isPolicyRow(row)) {
				known.events.push(readEvent(row, where, policies, calendar.zone, item));
			}
		} catch (error) {
			if (!ctx.continueOnFail()) {
				const nodeError = toNodeError(ctx.getNode(), error, item);
				throw nodeError;
			}
			outputs.addError(error, item ?? 0);
		}
	};
	ctx.getInputData().forEach(({ json }, item) => take(json, `Item ${item + 1}`, item));
	knownRows(ctx, 'storedRows', 'Stored Rows').forEach((row, position) =>
		take(row, `Stored row ${position + 1}`),
	);
	return known;
}
