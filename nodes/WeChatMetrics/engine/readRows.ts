import { RowReader, type Row } from '../../shared/rows/row';
import { readAlert, type Alert } from './alerts';
import { readClock } from './clocks';
import { dayOf } from '../../shared/calendar/days';
import type { ReadRows } from './facts';
import { readInteraction } from './interactions';
import { buttonsOf, type MenuButton } from './menu';
import { readMetric, type KnownMetric } from './metricRow';
import { readPart, type MetricPart } from './parts';
import type { Contact } from './people';
import { readStep, STEP_TIMES } from './segments';
import { readStatistics } from './statistics';

/** A row and how it is called in an error, e.g. `Item 3`. */
export interface PlacedRow {
	row: Row;
	where: string;
	/** Position among the items of the first input; 0 for rows that came another way. */
	itemIndex: number;
}

/** All rows by what they are. */
export interface SortedRows extends ReadRows {
	metrics: KnownMetric[];
	alerts: Alert[];
	parts: MetricPart[];
	/** The menu of the account; none, or not known, when it is empty. */
	menu: MenuButton[];
}

function readContact(row: RowReader): Contact {
	return {
		openId: row.text('openId'),
		isFollower: row.flag('isFollower', true),
		followedOn: row.has('subscribedAt') ? dayOf(row.time('subscribedAt')) : undefined,
	};
}

/** Each of these says by itself that something has happened; the last stands in orders. */
const INTERACTION_COLUMNS = ['kind', 'activityId', 'amount'];

/** Of the answers that the menu operations give. */
const MENU_COLUMNS = ['menu', 'selfmenu_info'];

/** Puts a row where it belongs. What it is, its columns say: each node writes its own. */
function take(row: RowReader, rows: SortedRows): void {
	if (row.has('severity')) {
		rows.alerts.push(readAlert(row));
	} else if (row.has('caseId') && row.has('status')) {
		const clock = readClock(row);
		if (clock) rows.clocks.push(clock);
	} else if (row.has('metric') && row.has('dimension')) {
		const part = readPart(row);
		if (part) rows.parts.push(part);
	} else if (row.has('metric')) {
		rows.metrics.push(readMetric(row));
	} else if (MENU_COLUMNS.some((column) => column in row.row)) {
		rows.menu = buttonsOf(row.row);
	} else if (row.has('ref_date')) {
		rows.statistics.push(readStatistics(row));
	} else if (INTERACTION_COLUMNS.some((column) => row.has(column))) {
		rows.interactions.push(readInteraction(row));
	} else if (row.has('segment') && STEP_TIMES.some((column) => row.has(column))) {
		rows.steps.push(readStep(row));
	} else if (row.has('openId')) {
		rows.contacts.push(readContact(row));
	} else {
		throw row.error(
			'kind',
			'is missing',
			"Interaction rows have a column 'kind', statistics rows 'ref_date', metric rows 'metric'.",
		);
	}
}

/**
 * Reads rows of every sort in one list.
 *
 * @param onBad what to do about a row that cannot be read
 */
export function readRows(
	placed: readonly PlacedRow[],
	onBad: (error: unknown, row: PlacedRow) => void,
): SortedRows {
	const rows: SortedRows = {
		interactions: [],
		statistics: [],
		clocks: [],
		contacts: [],
		steps: [],
		metrics: [],
		alerts: [],
		parts: [],
		menu: [],
	};
	for (const entry of placed) {
		try {
			take(new RowReader(entry.row, entry.where), rows);
		} catch (error) {
			onBad(error, entry);
		}
	}
	return rows;
}
