import type { IDataObject } from 'n8n-workflow';
import { now } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { UserInputError } from '../../../shared/inputError';
import { collection, optionalText } from '../../../shared/operations/fields';
import { optionalMoment } from '../../../shared/operations/time';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { drawLists } from '../../../shared/records/tables/drawLists';
import { plans } from '../../../shared/records/tables/plans';
import { rounds } from '../../../shared/records/tables/rounds';
import { splitList } from '../../../shared/text/list';
import { closingText } from '../../engine/lottery/closing';
import type { Beacon } from '../../engine/round/roundTimes';
import { plannedId } from '../../fields/activityId';
import { roundJson } from '../../items/round';
import { closeRound, type Closed } from '../../records/closing';
import { readClosing } from '../../records/closingRows';
import { roundInState, unopenedPlan } from '../../records/rounds';

const options = collection('Options', 'Add option', {
	excluded: optionalText('Excluded OpenIDs', {
		description: 'Comma-separated OpenIDs that cannot win: staff, winners of earlier draws',
	}),
	now,
	beaconName: optionalText('Public Number', {
		placeholder: 'e.g. 福彩3D 2026-11-28 的开奖号码',
		description: "A public number that decides in place of the plan's, e.g. after a delay",
	}),
	beaconAt: optionalMoment('Public Number Not Before', {
		description: 'Before this time nobody can know the public number',
	}),
});

function beaconOf(name = '', at: number | undefined): Beacon | undefined {
	if (name.trim() === '') return undefined;
	if (at !== undefined) return { name: name.trim(), at };
	throw new UserInputError(
		"'Public Number Not Before' is empty",
		'Enter the time before which nobody can know the number.',
	);
}

/** What was settled for a lottery, to be published. */
function settledOf({ round }: Closed): { json: IDataObject; lines: string[] } {
	const closing = readClosing(round);
	if (!closing) return { json: {}, lines: [] };
	const { entryCount, entriesDigest, beaconName, beaconAt } = closing;
	const text = closingText(closing);
	const number = beaconName === '' ? [] : [`公共随机数：${beaconName}（${beaconAt} 之后产生）`];
	return {
		json: {
			entryCount,
			entriesDigest,
			commitment: round.commitment,
			closingDigest: round.closingDigest,
			closingText: text,
			beaconName,
			beaconAt,
		},
		lines: [
			`参与人数：${entryCount}`,
			...number,
			`名单摘要 D：${entriesDigest}`,
			`截止摘要 K：${round.closingDigest}`,
			`K = SHA256(${text})`,
			'请现在公布，开奖后任何人都可以核对。',
		],
	};
}

export const close = itemwise({
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close activity',
		description:
			'End an activity whose time is over; for a lottery, settle the list of entries and the prizes and give their digest, to be published before the draw',
	},
	outputs: { closed: 'Closed', alreadyClosed: 'Already Closed' },
	fields: { activityId: plannedId, options },
	tables: [rounds, activityRows, drawLists, plans],
	execute: async ({ records, json, now: at }, { activityId, options: given }) => {
		const unopened = await unopenedPlan(records, activityId);
		if (unopened !== undefined) {
			const activity = { activityId, name: unopened, status: 'notOpened' };
			const summary = `「${unopened}」没有开放过，不用截止。`;
			return [{ to: 'alreadyClosed', json: { ...json, activity, summary } }];
		}
		const round = await roundInState(records, activityId, ['open', 'closing']);
		const closed = await closeRound(records, round, {
			excluded: new Set(splitList(given.excluded ?? '')),
			beacon: beaconOf(given.beaconName, given.beaconAt),
			now: at,
		});
		const settled = settledOf(closed);
		const { name, activityId: id } = closed.round;
		const isNew = closed.status === 'closed';
		const activity = { ...roundJson(closed.round, closed.status), ...settled.json };
		const head = `「${name}」（${id}）${isNew ? '已截止' : '之前已经截止'}。`;
		const summary = [head, ...settled.lines].join('\n');
		return [{ to: closed.status, json: { ...json, activity, summary } }];
	},
});
