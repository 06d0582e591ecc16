import { DateTime } from 'luxon';
import { isWholeDay, toEpoch } from '../../../nodes/shared/rows/row';

const shown = (value: unknown) => {
	const epoch = toEpoch(value);
	return epoch === undefined ? undefined : new Date(epoch).toISOString();
};

describe('fault 2.5: times as they come from people, sheets and expressions', () => {
	const EIGHT = '2026-11-29T00:00:00.000Z';
	const MIDNIGHT = '2026-11-28T16:00:00.000Z';

	it.each([
		['2026-11-29 08:00', EIGHT],
		['2026-11-29T08:00:00', EIGHT],
		['2026/11/29 8:00', EIGHT],
		['2026.11.29 08:00:00', EIGHT],
		['2026年11月29日 8:00', EIGHT],
		['2026-11-29 08:00:00+08', EIGHT],
		['2026-11-29T00:00:00Z', EIGHT],
		['2026-11-28 24:00', MIDNIGHT],
		['2026-11-29 08:00:00.125', '2026-11-29T00:00:00.125Z'],
		['2026-11-29T08:00:00.125', '2026-11-29T00:00:00.125Z'],
		['2026-11-29', MIDNIGHT],
		['2026/11/29', MIDNIGHT],
		['2026年11月29日', MIDNIGHT],
		['20261129', MIDNIGHT],
		[46355, MIDNIGHT],
		['46355', MIDNIGHT],
		[46355 + 8 / 24, EIGHT],
		[Date.parse(EIGHT), EIGHT],
		[Date.parse(EIGHT) / 1_000, EIGHT],
		[String(Date.parse(EIGHT) / 1_000), EIGHT],
		[DateTime.fromISO(EIGHT), EIGHT],
		[new Date(EIGHT), EIGHT],
	])('%s is read as a time of Shanghai', (value, expected) => {
		expect(shown(value)).toBe(expected);
	});

	it.each([
		'08:00',
		'12',
		'2026/13/01',
		'2026/2/30',
		'2026年11月',
		'',
		'soon',
		DateTime.invalid('x'),
		{},
	])('%s is no time', (value) => {
		expect(shown(value)).toBeUndefined();
	});

	it.each(['2026-11-29', ' 2026/11/29 ', '2026年11月29日', '20261129', 46355, '46355'])(
		'%s is a whole day',
		(value) => {
			expect(isWholeDay(value)).toBe(true);
		},
	);

	it.each(['2026-11-29 08:00', '2026/11/29 0:00', 46355.5, Date.parse(EIGHT), '', null])(
		'%s is a moment, or nothing',
		(value) => {
			expect(isWholeDay(value)).toBe(false);
		},
	);
});
