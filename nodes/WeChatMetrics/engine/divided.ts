import type { RowReader } from '../../shared/rows/row';
import { cutDimension, type DividedId } from './parts';

/*
 * Reads and shares by hour and by channel (WeChat: getuserreadhour, getusersharehour, getusershare, and the
 * channels of getbizsummary). The first three are no longer maintained, so none of them is relied upon.
 */

/** A figure of a part of a day. */
export interface PartEntry {
	metric: DividedId;
	day: number;
	dimension: string;
	/** What tells the rows of one dimension apart. */
	part: string;
	/** Of two sources of one day the lower counts. */
	rank: number;
	value: number;
}

/** Stands for all channels together. */
const ALL = '99999999';

/** `user_source` of the older statistics. */
const READ_CHANNELS: Readonly<Record<string, string>> = {
	0: '公众号消息',
	1: '聊天会话',
	2: '朋友圈',
	3: '腾讯微博',
	4: '公众号主页',
	6: '看一看',
	7: '搜一搜',
};

/** `share_scene`. */
const SHARE_CHANNELS: Readonly<Record<string, string>> = {
	1: '好友转发',
	2: '朋友圈',
	3: '腾讯微博',
};

const OTHER = '其他';

/** WeChat writes hours as 0, 100, … 2300. */
function hourOf(row: RowReader): string | undefined {
	const hour = Math.floor(row.number('ref_hour', { min: 0 }) / 100);
	return hour < 24 ? String(hour).padStart(2, '0') : undefined;
}

function sharesOf(row: RowReader, day: number): PartEntry[] {
	const scene = row.text('share_scene');
	const value = row.number('share_count', { fallback: 0, min: 0 });
	const rest = { day, part: scene, rank: 0, value };
	if (!row.has('ref_hour')) {
		const dimension = SHARE_CHANNELS[scene] ?? OTHER;
		return [{ ...rest, metric: 'sharesByChannel', dimension }];
	}
	const hour = hourOf(row);
	return hour === undefined ? [] : [{ ...rest, metric: 'sharesByHour', dimension: hour }];
}

function readsOf(row: RowReader, day: number): PartEntry[] {
	const source = row.text('user_source', ALL);
	const value = row.number('int_page_read_user', { fallback: 0, min: 0 });
	const hour = hourOf(row);
	if (hour === undefined) return [];
	const byHour: PartEntry = {
		metric: 'readsByHour',
		day,
		dimension: hour,
		part: source,
		rank: source === ALL ? 0 : 1,
		value,
	};
	if (source === ALL) return [byHour];
	const dimension = READ_CHANNELS[source] ?? OTHER;
	const part = `${source}|${hour}`;
	return [byHour, { metric: 'readsByChannel', day, dimension, part, rank: 1, value }];
}

/** The entries of a row of the statistics; undefined when it is none by hour or by channel. */
export function readDivided(row: RowReader, day: number): PartEntry[] | undefined {
	if (row.has('share_scene')) return sharesOf(row, day);
	if (row.has('int_page_read_user')) return row.has('ref_hour') ? readsOf(row, day) : [];
	if (!row.has('scene_desc')) return undefined;
	// What single articles have is part of what the account has.
	if (row.has('msgid')) return [];
	const name = cutDimension(row.text('scene_desc'));
	const value = row.number('user_count', { fallback: 0, min: 0 });
	return [{ metric: 'readsByChannel', day, dimension: name, part: name, rank: 0, value }];
}

/** Most channels of a day that are kept; WeChat has about ten. */
const MOST_DIMENSIONS = 40;

/** Figures of the parts of days. Of one that was read twice the higher counts: it was read later. */
export class Divided {
	private readonly days = new Map<string, { rank: number; parts: Map<string, PartEntry> }>();

	constructor(entries: readonly PartEntry[]) {
		for (const entry of entries) this.add(entry);
	}

	private add(entry: PartEntry): void {
		const { metric, day, dimension, part, rank, value } = entry;
		const place = `${metric}|${day}`;
		let known = this.days.get(place);
		if (!known || rank < known.rank) {
			known = { rank, parts: new Map() };
			this.days.set(place, known);
		}
		const key = `${dimension}|${part}`;
		if (rank === known.rank && value > (known.parts.get(key)?.value ?? 0)) {
			known.parts.set(key, entry);
		}
	}

	/** What a metric has on a day, by dimension, the names in order; what has nothing is left out. */
	on(metric: DividedId, day: number): Array<[dimension: string, value: number]> {
		const sums = new Map<string, number>();
		for (const { dimension, value } of this.days.get(`${metric}|${day}`)?.parts.values() ?? []) {
			sums.set(dimension, (sums.get(dimension) ?? 0) + value);
		}
		return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_DIMENSIONS);
	}
}
