import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { drawLists } from '../../../shared/records/tables/drawLists';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { shownCode } from '../../../shared/prizes/code';
import type { WonPrize } from '../../../shared/prizes/issue';
import { entryCode } from '../../engine/lottery/closing';
import { shortCode } from '../../engine/lottery/proofText';
import { currentId } from '../../fields/activityId';
import { eventField, openIdOf, textOf } from '../../fields/event';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { isMeant, words } from '../../fields/words';
import { NOT_FOR_THIS } from '../../games/outputs';
import { prizeJson } from '../../items/prize';
import { clockOf, roundJson } from '../../items/round';
import { standingOf } from '../../records/results';

const TEXTS: ReplyTexts = {
	won: { label: 'Won', text: '您的中奖记录：\n{prizes}\n凭兑换码领奖，请妥善保存。' },
	waiting: {
		label: 'Not Drawn Yet',
		text: '您已经参加「{activity}」，参与编号 {code}，{drawAt} 之后开奖。',
	},
	notWon: { label: 'Not Won', text: '很遗憾，「{activity}」这次没有中奖，感谢参与。' },
	notEntered: { label: 'Not Entered', text: '没有您参加「{activity}」的记录。' },
	none: { label: 'No Lottery', text: '还没有您的中奖记录。' },
};

const STATES: Record<string, string> = { redeemed: '已领取', expired: '已过期' };

function lineOf({ prize, activityName, code, state, expiresAt }: WonPrize): string {
	const until = expiresAt === null ? '' : `，${clockOf(expiresAt)} 前有效`;
	const how = STATES[state] ?? `兑换码 ${shownCode(code)}${until}`;
	return `· ${prize}（${activityName}）：${how}`;
}

export const myResult = itemwise({
	option: {
		name: 'Get My Result',
		value: 'getMyResult',
		action: 'Get result of a person',
		description: 'Tell the person of the item what was won, or where the lottery stands',
	},
	outputs: { reply: 'Reply', ignored: NOT_FOR_THIS },
	fields: {
		activityId: currentId,
		words: words(
			'Result Words',
			'我的奖品,开奖结果,中奖查询',
			'Comma-separated messages or menu keys that ask for it. Leave empty if every item that comes asks.',
		),
		event: eventField,
		replies: repliesField(TEXTS, '{prizes} {activity} {code} {drawAt}'),
		options: onlyNow,
	},
	tables: [prizesWon, rounds, drawLists, activityRows],
	execute: async ({ records, json, itemIndex, now }, values) => {
		const { activityId, event: given, replies } = values;
		const source = { json, given, itemIndex, now };
		if (!isMeant(values.words, textOf(source))) return [{ to: 'ignored', json: { ...json } }];
		const openId = openIdOf(source);
		const { status, prizes, round } = await standingOf(records, openId, activityId);
		const reply = replies([status], {
			prizes: prizes.map(lineOf).join('\n'),
			activity: round?.name ?? '',
			code: round ? shortCode(entryCode(round.activityId, openId)) : '',
			drawAt: clockOf(round?.drawAt ?? null),
		});
		const activity = {
			...(round ? roundJson(round, status) : { status }),
			openId,
			prizes: prizes.map(prizeJson),
		};
		return [{ to: 'reply', json: { ...json, activity, reply } }];
	},
});
