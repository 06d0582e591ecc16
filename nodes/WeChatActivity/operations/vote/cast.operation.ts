import { castVote } from '../../engine/vote/vote';
import { eventOperation } from '../eventOperation';
import { activityIdField, eventField, withNow, rowsKnownFields } from '../fields';
import { repliesField, type ReplyTexts } from '../replies';
import { choicesField, modeField, voteOptions, voteRules } from './rules';

const TEXTS: ReplyTexts = {
	voted: { label: 'Voted', text: '投票成功，您投给了「{choice}」。' },
	changed: { label: 'Changed', text: '已改投「{choice}」。' },
	alreadyVoted: { label: 'Already Voted', text: '您已经投过票了，感谢参与。' },
	quotaUsed: { label: 'Votes of the Day Used', text: '今天的票已投完，明天再来吧。' },
	notAChoice: { label: 'Not a Choice', text: '请回复选项前的字母投票：\n{choices}' },
	notOpen: { label: 'Not Open Yet', text: '投票还没有开始。' },
	closed: { label: 'Closed', text: '投票已经结束，感谢参与。' },
};

export const cast = eventOperation({
	option: {
		name: 'Cast',
		value: 'cast',
		action: 'Cast vote',
		description: 'Take a vote from a message, a menu tap or a form',
	},
	properties: [
		activityIdField,
		choicesField,
		modeField,
		...rowsKnownFields,
		eventField,
		repliesField(TEXTS, '{choice} {choices} {points} {balance}'),
		withNow(...voteOptions),
	],
	texts: TEXTS,
	rules: voteRules,
	step: ({ book, activityId, event, rules }) => castVote(book, activityId, event, rules),
	more: ({ status }) => ({ handled: status !== 'notAChoice' }),
});
