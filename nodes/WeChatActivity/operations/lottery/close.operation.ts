import { now } from '../../../shared/engagement/fields';
import { collection, optionalText } from '../../../shared/operations/fields';
import { moment, optionalMoment } from '../../../shared/operations/time';
import { splitList } from '../../../shared/text/list';
import { closeEntries } from '../../engine/lottery/close';
import type { Values } from '../../engine/step';
import { activityId } from '../../fields/activityId';
import { count } from '../../fields/count';
import { answerTo, canvasOperation } from '../../onCanvas/canvasOperation';
import { allKnownRows, bookOnCanvas } from '../../onCanvas/knownRows';
import { prizes, trimmedText } from './rules';

const fields = {
	activityId,
	prizes,
	beaconName: trimmedText(
		'Public Beacon Name',
		'A public number that comes into being after the closing. With it nobody can know the winners when entries close, not even the organiser; without it whoever knows the secret can.',
		'e.g. 福彩3D 2026-11-24 的开奖号码',
	),
	beaconAt: moment('Beacon Time', {
		description: 'Before this time nobody can know the public beacon',
		displayOptions: { hide: { beaconName: [''] } },
		// An expression may leave the name empty, and then there is no time either.
		required: false,
	}),
	rows: allKnownRows,
	options: collection('Options', 'Add option', {
		closedAt: optionalMoment('Entries Close', {
			description: 'Entries from this time on do not count',
		}),
		excluded: optionalText('Excluded OpenIDs', {
			description: 'Comma-separated OpenIDs that cannot win: staff, winners of earlier draws',
		}),
		now,
		reserves: count(
			'Reserve Winners',
			0,
			'Drawn after the winners, in case a prize is not claimed',
		),
	}),
};

const replyOf = (values: Values): string =>
	[
		'报名已截止。',
		`参与人数：${String(values.entryCount)}`,
		`承诺值 C：${String(values.commitment)}`,
		`名单摘要 D：${String(values.entriesDigest)}`,
		`截止摘要 K：${String(values.closingDigest)}`,
		`K = SHA256(${String(values.closingText)})`,
	].join('\n');

export const close = canvasOperation({
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close entries of lottery',
		description:
			"For rows on the canvas: settle the list of entries and the prizes and give their digest. 'Activity: Close' does it with records.",
	},
	fields,
	begin(first, ctx) {
		const book = bookOnCanvas(ctx);
		const { closedAt, excluded = '', reserves = 0 } = first.options;
		const rules = {
			prizes: first.prizes,
			reserveCount: reserves,
			excluded: new Set(splitList(excluded)),
		};
		return ({ values, now: time }) => {
			const id = values.activityId;
			const { beaconName } = values;
			const result = closeEntries(book, {
				...rules,
				activityId: id,
				beaconName,
				beaconAt: beaconName === '' ? undefined : values.beaconAt,
				until: closedAt ?? time,
				now: time,
			});
			result.rows.forEach((row) => book.add(row));
			const { closing, entries } = result;
			return answerTo(result, { activityId: id }, replyOf(result.values), {
				closing: { ...closing },
				entries,
			});
		};
	},
});
