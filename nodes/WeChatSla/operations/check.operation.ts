import omit from 'lodash/omit';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { STAFF_NODE_NAME } from '../../shared/constants';
import { perAccount } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item, type Result } from '../../shared/engagement/recordOperation';
import { choice } from '../../shared/operations/fields';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { cases } from '../../shared/records/tables/cases';
import { interactions } from '../../shared/records/tables/interactions';
import { sent } from '../../shared/records/tables/sent';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import { caseKeyOf, lookAtCases, warningKey, type Look } from '../check/look';
import type { Decision } from '../engine/decision';
import { settingsFields } from '../fields/settings';
import { keepInStep } from '../records/keepInStep';
import { claimWarnings } from '../records/warnings';

/** What staff reads where it is not known whether somebody has answered. */
const UNKNOWN = '（读不到客服的回复：如已回复，请关闭该会话）';

/** Whether a node that notes what it sends comes after this one. */
const isStaffBehind = (ctx: IExecuteFunctions): boolean =>
	ctx.getChildNodes(ctx.getNode().name).some(({ type }) => type.endsWith(`.${STAFF_NODE_NAME}`));

/** The item of a warning. */
function itemOf(decision: Decision, { rows, events, problems }: Look): IDataObject {
	const { message, openId, channel, tier } = decision;
	const caseKey = caseKeyOf(decision);
	const known =
		rows.find((row) => row.key === caseKey) ??
		events.find((event) => event.caseKey === caseKey && event.text !== '');
	const problem = problems[channel];
	const lines = [
		message,
		...(known?.text ? [`「${known.text}」`] : []),
		...(problem === '' ? [] : [UNKNOWN]),
	];
	return {
		case: { key: caseKey, openId, channel, tier },
		...omit(decision, ['caseId', 'key', 'message']),
		text: known?.text ?? '',
		...(known?.link ? { link: known.link } : {}),
		answersKnown: problem === '',
		...(problem === '' ? {} : { answersProblem: problem }),
		summary: lines.join('\n'),
		noticeKey: warningKey(decision),
	};
}

const fields = {
	answersFrom: choice(
		'Replies in Chats',
		[
			{
				name: 'Are Read From the Chat Records',
				value: 'records',
				description:
					'Replies in the tool of customer service (客服) close the case. Where the account has no chat records, each warning says so.',
			},
			{
				name: 'Are Noted by Close Case',
				value: 'hand',
				description: 'For accounts whose staff answers elsewhere',
			},
		],
		'records',
		{ description: 'How this node learns that a person has answered' },
	),
	...settingsFields,
};

/** Looks at all cases of an account, and gives the warnings that nobody has given yet. */
async function checkCases({
	at,
	values,
}: Item<typeof fields>): Promise<Array<Result<'atRisk' | 'late'>>> {
	const { ctx, records, now } = at;
	const look = await lookAtCases(at, values);
	await keepInStep(records, look.rows, look.standing);
	const warnings = look.urgent.map((decision) => ({
		decision,
		noticeKey: warningKey(decision),
		caseKey: caseKeyOf(decision),
		openId: decision.openId,
		channel: decision.channel,
	}));
	const options = { isSendSeen: isStaffBehind(ctx), now };
	const given = await claimWarnings(records, warnings, look.events, options);
	return given.map(({ decision }) => ({
		to: decision.status === 'breached' ? 'late' : 'atRisk',
		json: itemOf(decision, look),
	}));
}

/** Run it every minute. */
export const check = allAtOnce({
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check cases',
		description:
			'Find the open cases that are at risk or late, each told once. Run it every minute by a schedule.',
	},
	outputs: { atRisk: 'At Risk', late: 'Late' },
	fields,
	tables: [cases, caseEvents, slaPolicies, interactions, sent],
	executeAll: async (items) => await perAccount(items, checkCases),
});
