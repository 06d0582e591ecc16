import { plans } from '../../../../nodes/shared/records/tables/plans';
import { openRound } from '../../../../nodes/WeChatActivity/records/opening';
import { requireRound, type RoundRow } from '../../../../nodes/WeChatActivity/records/rounds';
import { DataTables } from '../../../harness/dataTables';
import { dataTableRecords } from '../../../harness/records';

export const at = (text: string): number => Date.parse(`${text}+08:00`);

/** A Tuesday at noon. */
export const NOON = at('2026-11-24T12:00:00');

const PLAN = {
	name: '试玩',
	organiser: '示例小店',
	contact: '客服',
	conditions: '在公众号内回复“参加”，每人一次',
	claim: '到店领取',
	claimDays: 30,
	status: 'ready',
	startsAt: at('2026-11-23T10:00:00'),
	endsAt: at('2026-11-27T20:00:00'),
	drawAt: at('2026-11-27T21:00:00'),
};

/** Records with one open round of a plan. */
export async function roundOfPlan(
	changes: object,
	now = NOON,
): Promise<{ tables: DataTables; records: ReturnType<typeof dataTableRecords>; round: RoundRow }> {
	const tables = new DataTables();
	const records = dataTableRecords(tables);
	await records.put(plans, [{ ...PLAN, key: 'play', ...changes }]);
	await openRound(records, 'play', now);
	return { tables, records, round: await requireRound(records, 'play') };
}

/** Something a person did. */
export const eventBy = (openId: string, key = `${openId}-1`, time = NOON) => ({
	openId,
	key,
	at: time,
	text: '参加',
});

/** Whether a step is the one at which a run is killed. */
export function killAt(tables: DataTables, step: number): { wasKilled(): boolean } {
	let steps = 0;
	tables.beforeStep = () => {
		steps += 1;
		if (steps >= step) throw new Error('killed');
	};
	return { wasKilled: () => steps >= step };
}

/** Lets runs end again. */
export const letLive = (tables: DataTables): void => {
	tables.beforeStep = () => undefined;
};
