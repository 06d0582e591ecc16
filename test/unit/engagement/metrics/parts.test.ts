import fc from 'fast-check';
import type { Row } from '../../../../nodes/shared/rows/row';
import { calculateParts } from '../../../../nodes/WeChatMetrics/engine/calculateParts';
import { factsOf } from '../../../../nodes/WeChatMetrics/engine/facts';
import { DEFAULT_OWN_KINDS } from '../../../../nodes/WeChatMetrics/engine/kinds';
import { partKey, type MetricPart } from '../../../../nodes/WeChatMetrics/engine/parts';
import { finishedPeriods } from '../../../../nodes/WeChatMetrics/engine/period';
import { at, metric, NOW, read } from './sample';

const DAY = '2026-11-23';

const partsOf = (rows: readonly Row[], kind: 'day' | 'month' | 'week' = 'day'): MetricPart[] =>
	calculateParts(factsOf(read(rows), DEFAULT_OWN_KINDS, 30), finishedPeriods(kind, 1, NOW));

/** `metric dimension value` */
const short = (parts: readonly MetricPart[]): string[] =>
	parts.map(({ metric: name, dimension, value }) => `${name} ${dimension} ${value}`);

const sharedAt = (ref_hour: number, share_scene: number, share_count: number): Row => ({
	ref_date: DAY,
	ref_hour,
	share_scene,
	share_count,
	share_user: 1,
});

const readAt = (ref_hour: number, user_source: number, int_page_read_user: number): Row => ({
	ref_date: DAY,
	ref_hour,
	user_source,
	int_page_read_user,
	share_user: 99,
});

const readBy = (scene_desc: string, user_count: number, more: Row = {}): Row => ({
	ref_date: DAY,
	scene_desc,
	user_count,
	...more,
});

const clock = (key: string, more: Row = {}): Row => ({
	caseId: key,
	metric: 'firstResponse',
	status: 'met',
	startedAt: at(DAY, '10:00'),
	dueAt: at(DAY, '11:00'),
	endedAt: at(DAY, '10:10'),
	...more,
});

describe('shares and reads', () => {
	it('adds up the scenes of an hour, and keeps the hour as two digits', () => {
		const rows = [
			sharedAt(900, 1, 4),
			sharedAt(900, 2, 3),
			sharedAt(0, 1, 1),
			sharedAt(2_300, 1, 2),
		];
		expect(short(partsOf(rows))).toEqual([
			'sharesByHour 00 1',
			'sharesByHour 09 7',
			'sharesByHour 23 2',
		]);
	});

	it('names the ways of sharing, those that it does not know as one', () => {
		const shared = (share_scene: number, share_count: number) => ({
			ref_date: DAY,
			share_scene,
			share_count,
		});
		expect(short(partsOf([shared(1, 5), shared(2, 4), shared(255, 2), shared(77, 1)]))).toEqual([
			'sharesByChannel 其他 3',
			'sharesByChannel 好友转发 5',
			'sharesByChannel 朋友圈 4',
		]);
	});

	it('takes the row for all channels where there is one, not its parts on top', () => {
		expect(
			short(partsOf([readAt(2_100, 99_999_999, 8), readAt(2_100, 0, 5), readAt(2_100, 2, 3)])),
		).toEqual(['readsByHour 21 8', 'readsByChannel 公众号消息 5', 'readsByChannel 朋友圈 3']);
	});

	it('believes the channels of the account before those of the hours', () => {
		const rows = [
			readAt(2_100, 2, 3),
			readBy('聊天会话', 6),
			readBy('聊天会话', 2, { msgid: '1_1' }),
		];
		expect(short(partsOf(rows))).toEqual(['readsByHour 21 3', 'readsByChannel 聊天会话 6']);
	});

	it('does not take them for the figures of the day', () => {
		const rows = [
			{ ref_date: DAY, read_user: 100, share_user: 5 },
			sharedAt(900, 1, 50),
			readAt(0, 0, 70),
		];
		expect(metric(rows, 'shareRate')?.value).toBe(0.05);
		expect(metric(rows, 'reads')?.value).toBe(100);
	});

	it('gives them by day only, and none of an hour that no day has', () => {
		expect(partsOf([sharedAt(900, 1, 4)], 'week')).toEqual([]);
		expect(partsOf([sharedAt(2_400, 1, 4)])).toEqual([]);
	});

	it('gives the same whatever the order and repetition of rows', () => {
		const some = fc.array(
			fc.oneof(
				fc.tuple(fc.nat(2_500), fc.nat(3), fc.nat(9)).map((row) => sharedAt(...row)),
				fc.tuple(fc.nat(2_500), fc.nat(3), fc.nat(9)).map((row) => readAt(...row)),
				fc
					.tuple(fc.string({ minLength: 1 }), fc.nat(9))
					.map(([name, count]) => readBy(`c${name}`, count)),
			),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(some, (rows) => {
				const parts = partsOf(rows);
				expect(partsOf([...rows, ...rows].reverse())).toEqual(parts);
				expect(new Set(parts.map(partKey)).size).toBe(parts.length);
			}),
		);
	});
});

describe('reply times', () => {
	it('tells chats from comments and one clock from another', () => {
		const rows = [
			clock('a'),
			clock('b', { endedAt: at(DAY, '10:30') }),
			clock('c', { channel: 'comment', status: 'breached', endedAt: null }),
			clock('d', { metric: 'nextResponse', status: 'breached' }),
			clock('e', { status: 'onTrack' }),
		];
		expect(short(partsOf(rows))).toEqual([
			'firstResponseByKind chat.firstResponse 1200',
			'slaMetByKind chat.firstResponse 1',
			'slaMetByKind chat.nextResponse 0',
			'slaMetByKind comment.firstResponse 0',
		]);
		expect(metric(rows, 'slaMet')?.value).toBe(0.5);
	});

	it('counts a clock on the day it was due, and an answer on the day it was given', () => {
		const late = clock('a', { status: 'breached', dueAt: at('2026-11-22', '11:00') });
		expect(short(partsOf([late]))).toEqual(['firstResponseByKind chat.firstResponse 600']);
	});
});
