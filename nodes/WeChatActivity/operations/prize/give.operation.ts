import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise, type At } from '../../../shared/engagement/recordOperation';
import { UserInputError } from '../../../shared/inputError';
import { isRecord } from '../../../shared/json';
import { choice, optionalText, text } from '../../../shared/operations/fields';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { tickets } from '../../../shared/records/tables/tickets';
import type { ActivityPlan } from '../../engine/round/plan';
import { currentId } from '../../fields/activityId';
import { eventField, eventOf, textOf as wordsOf } from '../../fields/event';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { isMeant, words } from '../../fields/words';
import { NOT_FOR_THIS } from '../../games/outputs';
import { NO_PRIZE, PRIZE_PLACEHOLDERS, prizeJson, prizeValues } from '../../items/prize';
import { roundJson } from '../../items/round';
import { givePrize, type Choice, type Giving } from '../../records/giving';
import { findRound, planOf } from '../../records/rounds';

const TEXTS: ReplyTexts = {
	given: {
		label: 'Prize Given',
		text: '恭喜您获得「{prize}」！兑换码：{code}，有效期至 {expiresAt}，请妥善保存。',
	},
	alreadyGiven: {
		label: 'Already Given',
		text: '您已经获得「{prize}」，兑换码：{code}，有效期至 {expiresAt}。',
	},
	blank: { label: 'Blank Ticket', text: '这次没有中奖，谢谢参与。' },
	noPrize: { label: 'Too Few Points', text: '谢谢参与，这次的得分还没有达到领奖条件。' },
	soldOut: { label: 'Sold Out', text: '奖品已经发完，谢谢参与。' },
	notOpen: { label: 'Not Open Yet', text: '活动还没有开始。' },
	closed: { label: 'Closed', text: '活动已经结束，感谢参与。' },
};

const OUTPUT_OF: Record<Giving['status'], 'given' | 'none' | 'soldOut'> = {
	given: 'given',
	alreadyGiven: 'given',
	blank: 'none',
	noPrize: 'none',
	notOpen: 'none',
	closed: 'none',
	soldOut: 'soldOut',
};

type How = 'named' | 'points' | 'ticket';

/** Prizes that somebody with so many points may get, the best first. */
const reached = ({ prizes }: ActivityPlan, points: number): string[] =>
	prizes
		.filter(({ minPoints }) => points >= minPoints)
		.sort((one, other) => other.minPoints - one.minPoints)
		.map(({ name }) => name);

/** Points as they are filled in, or as the item of a game carries them. */
function pointsOf({ json, itemIndex }: At, given: string): number {
	const game = isRecord(json.activity) ? json.activity : {};
	const value = given.trim() === '' ? (game.score ?? game.points ?? json.points) : given;
	const points = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof points === 'number' && Number.isFinite(points)) return points;
	throw new UserInputError(
		`[Item ${itemIndex + 1}] 'Points' is empty, and the item has no score`,
		"Put the node behind the game, or fill in 'Points'.",
	);
}

function choiceOf(at: At, plan: ActivityPlan, how: How, values: { points: string; prize: string }) {
	if (how === 'ticket') return 'any';
	if (how === 'points') return { prizes: reached(plan, pointsOf(at, values.points)) };
	const { prize } = values;
	if (plan.prizes.some(({ name }) => name === prize)) return { prizes: [prize] };
	throw new UserInputError(
		`The activity has no prize "${prize}"`,
		`Use one of: ${plan.prizes.map(({ name }) => name).join(', ')}.`,
	);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const give = itemwise({
	option: {
		name: 'Give',
		value: 'give',
		action: 'Give prize',
		description: 'Give the person of the item a prize with a code, as long as there are any',
	},
	outputs: { given: 'Prize Given', none: 'No Prize', soldOut: 'Sold Out', ignored: NOT_FOR_THIS },
	fields: {
		activityId: currentId,
		how: choice(
			'Prize',
			[
				{
					name: 'By Points',
					value: 'points',
					description: 'The best one whose points are reached and that is left',
				},
				{
					name: 'By Ticket',
					value: 'ticket',
					description: 'Whatever a random ticket has; it may be blank',
				},
				{ name: 'Named', value: 'named', description: 'A certain one' },
			],
			'points',
		),
		points: optionalText('Points', {
			displayOptions: { show: { how: ['points'] } },
			placeholder: 'e.g. {{ $json.activity.score }}',
			description: 'Leave empty for the score that the item carries from the game before',
		}),
		prize: text('Prize Name', {
			displayOptions: { show: { how: ['named'] } },
			description: 'The name of the prize in the plan',
		}),
		frequency: choice(
			'Prizes per Person',
			[
				{ name: 'One', value: 'once' },
				{ name: 'One a Day', value: 'day', description: 'In Shanghai' },
				{ name: 'One for Every Item', value: 'event', description: 'One for every message or row' },
			],
			'once',
		),
		words: words(
			'Prize Words',
			'',
			'Comma-separated messages or menu keys that ask for the prize (刮奖). Leave empty if every item that comes gets one, as behind a game.',
			{ placeholder: 'e.g. 刮奖' },
		),
		event: eventField,
		replies: repliesField(TEXTS, PRIZE_PLACEHOLDERS),
		options: onlyNow,
	},
	tables: [rounds, tickets, prizesWon],
	execute: async (at, values) => {
		const { records, json, itemIndex, now: moment } = at;
		const source = { json, given: values.event, itemIndex, now: moment };
		if (!isMeant(values.words, wordsOf(source))) return [{ to: 'ignored', json: { ...json } }];
		const event = eventOf(source);
		const before = isRecord(json.activity) ? json.activity : {};
		const round = await findRound(records, values.activityId || textOf(before.activityId));
		// WeChat takes one reply to a message: what the game has to say comes first.
		const say = (status: string, of = NO_PRIZE) =>
			[textOf(before.reply), values.replies([status], of)].filter(Boolean).join('\n\n');
		if (!round) {
			const activity = { status: 'notOpen', openId: event.openId };
			return [{ to: 'none', json: { ...json, activity, reply: say('notOpen') } }];
		}
		const named = {
			points: values.how === 'points' ? values.points : '',
			prize: values.how === 'named' ? values.prize : '',
		};
		const chosen: Choice = choiceOf(at, planOf(round), values.how, named);
		const asked = { choice: chosen, frequency: values.frequency, now: moment };
		const giving = await givePrize(records, round, event, asked);
		const { status } = giving;
		const won = 'prize' in giving ? giving.prize : undefined;
		const answer = {
			...json,
			activity: { ...before, ...roundJson(round, status), openId: event.openId },
			reply: say(status, won ? prizeValues(won) : { ...NO_PRIZE, activity: round.name }),
			...(won ? { prize: prizeJson(won) } : {}),
		};
		return [{ to: OUTPUT_OF[status], json: answer }];
	},
});
