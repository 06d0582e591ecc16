import type { RowReader } from '../../shared/rows/row';
import { dayOf } from '../../shared/calendar/days';
import { readDivided, type PartEntry } from './divided';

const ARTICLE_COLUMNS = [
	'read_user',
	'share_user',
	'zaikan_user',
	'like_user',
	'comment_count',
	'collection_user',
] as const;

/** A figure that the statistics operations give, under the platform's own name. */
export type Figure =
	| (typeof ARTICLE_COLUMNS)[number]
	| 'cancel_user'
	| 'cumulate_user'
	| 'msg_count'
	| 'new_user';

/** How long people read one article, as of a day. */
export interface Stay {
	article: string;
	publishedOn: number;
	asOf: number;
	seconds: number;
	readers: number;
}

interface Entry {
	figure: Figure;
	day: number;
	/** Figures of less detail win where both are there: a day over its hours, the account over its articles. */
	detail: number;
	/** What tells the parts of a day apart. */
	part: string;
	value: number;
}

/** What one row of the statistics operations says. */
export interface StatisticsRow {
	entries: Entry[];
	stay?: Stay;
	/** Figures by hour or by channel. */
	parts?: PartEntry[];
}

function entriesOf(
	row: RowReader,
	figures: readonly Figure[],
	place: Pick<Entry, 'day' | 'detail' | 'part'>,
): Entry[] {
	return figures
		.filter((figure) => row.has(figure))
		.map((figure) => ({ figure, ...place, value: row.number(figure, { min: 0 }) }));
}

/** getarticletotaldetail counts from publication on, so only its reading time is of use for a period. */
function readStay(row: RowReader, day: number): Stay | undefined {
	if (!row.has('read_avg_activetime')) return undefined;
	return {
		article: row.text('msgid', row.text('title', '')),
		publishedOn: day,
		asOf: dayOf(row.time('stat_date')),
		// WeChat gives minutes.
		seconds: row.number('read_avg_activetime', { min: 0 }) * 60,
		readers: row.number('read_user', { fallback: 0, min: 0 }),
	};
}

/**
 * Reads a simplified row of the statistics operations, of whatever figures it has (`ref_date` and the
 * platform's names). Distributions and interface statistics hold nothing that is counted here.
 *
 * @throws UserInputError naming row and column
 */
export function readStatistics(row: RowReader): StatisticsRow {
	const day = dayOf(row.time('ref_date'));
	if (row.has('stat_date')) return { entries: [], stay: readStay(row, day) };
	if (row.has('count_interval')) return { entries: [] };
	const parts = readDivided(row, day);
	if (parts) return { entries: [], parts };
	const hour = row.text('ref_hour', '');
	const article = row.text('msgid', '');
	const detail = article !== '' || hour !== '' ? 1 : 0;
	return {
		entries: [
			...entriesOf(row, ARTICLE_COLUMNS, { day, detail, part: article }),
			...entriesOf(row, ['new_user', 'cancel_user'], {
				day,
				detail,
				part: row.text('user_source', ''),
			}),
			...entriesOf(row, ['cumulate_user'], { day, detail, part: '' }),
			...entriesOf(row, ['msg_count'], {
				day,
				detail,
				part: `${row.text('msg_type', '')}|${hour}`,
			}),
		],
	};
}

interface DayFigure {
	detail: number;
	parts: Map<string, number>;
}

/** The platform's figures by day. Of one figure read twice the higher counts: it was read later. */
export class Statistics {
	private readonly figures = new Map<string, DayFigure>();
	private readonly stays = new Map<string, Stay>();

	constructor(rows: readonly StatisticsRow[]) {
		for (const { entries, stay } of rows) {
			for (const entry of entries) this.add(entry);
			if (stay) this.addStay(stay);
		}
	}

	private add({ figure, day, detail, part, value }: Entry): void {
		const key = `${figure}|${day}`;
		let known = this.figures.get(key);
		if (!known || detail < known.detail) {
			known = { detail, parts: new Map() };
			this.figures.set(key, known);
		}
		if (detail === known.detail) {
			known.parts.set(part, Math.max(known.parts.get(part) ?? 0, value));
		}
	}

	private addStay(stay: Stay): void {
		const key = `${stay.article}|${stay.publishedOn}`;
		const known = this.stays.get(key);
		const isLater =
			!known ||
			stay.asOf > known.asOf ||
			(stay.asOf === known.asOf &&
				(stay.readers > known.readers ||
					(stay.readers === known.readers && stay.seconds > known.seconds)));
		if (isLater) this.stays.set(key, stay);
	}

	/** A figure of one day; undefined when WeChat has not given it. */
	on(figure: Figure, day: number): number | undefined {
		const known = this.figures.get(`${figure}|${day}`);
		if (!known) return undefined;
		return [...known.parts.values()].reduce((sum, value) => sum + value, 0);
	}

	/** A figure added up over days; undefined when no day has it: that is not zero but not known. */
	sum(figure: Figure, from: number, to: number): number | undefined {
		let sum: number | undefined;
		for (let day = from; day <= to; day++) {
			const value = this.on(figure, day);
			if (value !== undefined) sum = (sum ?? 0) + value;
		}
		return sum;
	}

	/** The latest figure of a span. */
	last(figure: Figure, from: number, to: number): number | undefined {
		for (let day = to; day >= from; day--) {
			const value = this.on(figure, day);
			if (value !== undefined) return value;
		}
		return undefined;
	}

	/** Reading times of the articles published in a span, each as last known. */
	staysOf(from: number, to: number): Stay[] {
		return [...this.stays.values()].filter(
			({ publishedOn }) => publishedOn >= from && publishedOn <= to,
		);
	}
}
