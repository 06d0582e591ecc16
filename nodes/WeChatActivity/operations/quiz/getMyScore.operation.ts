import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { leaderboard } from '../../engine/leaderboard/leaderboard';
import type { Ranked } from '../../engine/leaderboard/rank';
import { gameId } from '../../fields/activityId';
import { eventField, openIdOf, textOf } from '../../fields/event';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { isMeant, words } from '../../fields/words';
import { NOT_FOR_THIS } from '../../games/outputs';
import { gameOf, ROUND_TABLES } from '../../records/gameRounds';
import { readBook } from '../../records/ledger';

const TEXTS: ReplyTexts = {
	ranked: {
		label: 'Ranked',
		text: '您得 {score} 分，第 {rank} 名（共 {participants} 人）。\n\n排行榜\n{board}',
	},
	noScore: { label: 'No Score', text: '您还没有得分，回复“答题”开始。\n\n{board}' },
};

/** Those who are shown to everybody. */
const SHOWN = 5;

const lineOf = ({ rank, name, score, ms }: Ranked): string =>
	`${rank}. ${name}  ${score} 分  ${Math.round(ms / 1_000)} 秒`;

/** Tells somebody who asks where they stand. */
export const getMyScore = itemwise({
	option: {
		name: 'Get My Score',
		value: 'getMyScore',
		action: 'Get quiz score of a person',
		description: 'Tell the person of the item score and place, and who is first',
	},
	outputs: { reply: 'Reply', ignored: NOT_FOR_THIS },
	fields: {
		activityId: gameId,
		words: words(
			'Score Words',
			'我的成绩,答题排行',
			'Comma-separated messages or menu keys that ask for it. Leave empty if every item that comes asks.',
		),
		event: eventField,
		replies: repliesField(TEXTS, '{score} {rank} {participants} {board}'),
		options: onlyNow,
	},
	tables: [activityRows, ...ROUND_TABLES],
	execute: async ({ records, json, itemIndex, now }, values) => {
		const source = { json, given: values.event, itemIndex, now };
		if (!isMeant(values.words, textOf(source))) return [{ to: 'ignored', json: { ...json } }];
		const openId = openIdOf(source);
		const { activityId } = await gameOf(records, values.activityId, 'quiz');
		const book = await readBook(records, { activityId });
		const ranking = leaderboard(book, activityId, { types: ['quiz'] });
		const mine = ranking.find((entry) => entry.openId === openId);
		const status = mine ? 'ranked' : 'noScore';
		const reply = values.replies([status], {
			score: mine?.score ?? 0,
			rank: mine?.rank ?? 0,
			participants: ranking.length,
			board: ranking.slice(0, SHOWN).map(lineOf).join('\n'),
		});
		const { score = 0, rank = 0 } = mine ?? {};
		const activity = { activityId, openId, status, score, rank, participants: ranking.length };
		return [{ to: 'reply', json: { ...json, activity, reply } }];
	},
});
