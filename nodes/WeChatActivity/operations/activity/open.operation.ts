import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { drawSecrets } from '../../../shared/records/tables/drawSecrets';
import { plans } from '../../../shared/records/tables/plans';
import { rounds } from '../../../shared/records/tables/rounds';
import { tickets } from '../../../shared/records/tables/tickets';
import { verdictText } from '../../engine/compliance/check';
import { plannedId } from '../../fields/activityId';
import { roundJson } from '../../items/round';
import { openRound, type Opening } from '../../records/opening';

type Opened = Exclude<Opening, { status: 'blocked' }>;

/** Kinds in which chance decides, so that the seed is committed to. */
const OF_CHANCE = ['instantWin', 'lottery'];

/** What is to be published: the rules, and what the seed cannot be changed against. */
function publicText({ round }: Opened): string {
	const { kind, rulesText, commitment } = round;
	if (!OF_CHANCE.includes(kind)) return rulesText;
	return `${rulesText}\n开奖承诺值 C（种子的 SHA-256）：${commitment}`;
}

function summaryOf(opened: Opened): string {
	const { round, verdict } = opened;
	const isNew = opened.status === 'opened';
	const notes = verdict.findings.length > 0 ? ['', verdictText(verdict)] : [];
	return [
		`「${round.name}」（${round.activityId}）${isNew ? '已开放' : '之前已经开放'}。请公布以下内容：`,
		'',
		publicText(opened),
		...notes,
	].join('\n');
}

export const open = itemwise({
	option: {
		name: 'Open',
		value: 'open',
		action: 'Open activity',
		description:
			'Check a planned activity against the rules, settle what followers read, cut its tickets and let people in, once',
	},
	outputs: { opened: 'Opened', alreadyOpen: 'Already Open', blocked: 'Blocked' },
	fields: { activityId: plannedId, options: onlyNow },
	tables: [plans, rounds, tickets, drawSecrets],
	execute: async ({ records, json, now }, { activityId }) => {
		const opening = await openRound(records, activityId, now);
		const { findings } = opening.verdict;
		const found = findings.map((finding) => ({ ...finding }));
		if (opening.status === 'blocked') {
			const { name, rulesText, verdict } = opening;
			const activity = { activityId: opening.activityId, name, status: 'blocked', rulesText };
			const summary = `「${name}」（${opening.activityId}）\n${verdictText(verdict)}`;
			return [
				{ to: 'blocked', json: { ...json, activity: { ...activity, findings: found }, summary } },
			];
		}
		const { round, status } = opening;
		const { commitment, rulesText } = round;
		const texts = { rulesText, publicText: publicText(opening), commitment, findings: found };
		const activity = { ...roundJson(round, status), ...texts };
		return [{ to: status, json: { ...json, activity, summary: summaryOf(opening) } }];
	},
});
