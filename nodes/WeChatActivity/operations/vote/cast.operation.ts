import { Commands } from '../../../shared/commands/commands';
import { castVote } from '../../engine/vote/vote';
import type { ReplyTexts } from '../../fields/replies';
import { words } from '../../fields/words';
import { eventOperation } from '../../games/eventOperation';
import { gameOutputs } from '../../games/outputs';
import { HIDDEN_FOR_ITEMS } from '../../onCanvas/knownRows';
import { voteFields, voteRules } from './rules';

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
		name: 'Vote',
		value: 'cast',
		action: 'Take vote',
		description: 'Show the choices, or count a vote from a message, a menu tap or a form',
	},
	outputs: gameOutputs('Vote Counted'),
	fields: {
		choices: voteFields.choices,
		mode: voteFields.mode,
		words: words(
			'Vote Words',
			'投票',
			'Comma-separated messages or menu keys that show the choices; with a choice behind, they vote for it',
			{ displayOptions: HIDDEN_FOR_ITEMS },
		),
		options: voteFields.options,
	},
	texts: TEXTS,
	placeholders: '{choice} {choices} {points} {balance}',
	step: ({ activityId, event, values, isOnCanvas }) => {
		const rules = voteRules(values);
		if (isOnCanvas) return (book) => castVote(book, activityId, event, rules);
		const commands = new Commands(values.words);
		const asked = commands.isCalledBy(event.text) ? '' : commands.rest(event.text);
		const text = asked ?? event.text;
		// A text that names no choice is for this poll only where it asks for the list.
		if (asked !== '' && rules.choices.find(text) === undefined) return undefined;
		return (book) => castVote(book, activityId, { ...event, text }, rules);
	},
	more: ({ step: { status } }) => ({ handled: status !== 'notAChoice' }),
	isFinished: ({ status }) => status === 'voted' || status === 'changed',
});
