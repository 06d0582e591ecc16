import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { drawLists } from '../../../shared/records/tables/drawLists';
import { rounds } from '../../../shared/records/tables/rounds';
import { currentId } from '../../fields/activityId';
import { eventField, eventOf, textOf } from '../../fields/event';
import { repliesField } from '../../fields/replies';
import { isMeant, words } from '../../fields/words';
import { NOT_FOR_THIS } from '../../games/outputs';
import { clockOf, roundJson } from '../../items/round';
import { orOnCanvas } from '../../onCanvas/orOnCanvas';
import { enterRound } from '../../records/entering';
import { findRound } from '../../records/rounds';
import { ENTRY_TEXTS, enterOnCanvas } from './enterOnCanvas';

const TEXTS = {
	...ENTRY_TEXTS,
	entered: {
		label: 'Entered',
		text: '报名成功！您的参与编号是 {code}，{drawAt} 之后开奖。\n开奖承诺值：{commitment}',
	},
	none: { label: 'No Lottery', text: '现在没有可以参加的抽奖，敬请期待。' },
};

/** Characters of a commitment that people compare. */
const SHOWN = 16;

const entering = itemwise({
	option: {
		name: 'Enter',
		value: 'enter',
		action: 'Enter lottery',
		description: 'Put the person of the item on the list, once',
	},
	outputs: { reply: 'Reply', ignored: NOT_FOR_THIS },
	fields: {
		activityId: currentId,
		words: words(
			'Entry Words',
			'参加抽奖,抽奖,我要抽奖',
			'Comma-separated messages or menu keys that enter. Leave empty if every item that comes is an entry.',
		),
		event: eventField,
		replies: repliesField(TEXTS, '{code} {drawAt} {activity} {commitment}'),
		options: onlyNow,
	},
	tables: [activityRows, rounds, drawLists],
	takesItems: true,
	execute: async ({ records, json, itemIndex, now }, given) => {
		const { activityId, replies } = given;
		const source = { json, given: given.event, itemIndex, now };
		if (!isMeant(given.words, textOf(source))) return [{ to: 'ignored', json: { ...json } }];
		const event = eventOf(source);
		const { openId } = event;
		const round = await findRound(records, activityId, ['lottery']);
		const empty = { code: '', drawAt: '', activity: '', commitment: '' };
		if (!round) {
			const reply = replies(['none'], empty);
			return [{ to: 'reply', json: { ...json, activity: { status: 'none', openId }, reply } }];
		}
		const { status, values } = await enterRound(records, round, event);
		const reply = replies([status], {
			...values,
			drawAt: clockOf(round.drawAt),
			activity: round.name,
			commitment: `${round.commitment.slice(0, SHOWN)}…`,
		});
		const activity = { ...roundJson(round, status), openId, code: values.code };
		return [{ to: 'reply', json: { ...json, activity, reply } }];
	},
});

export const enter = orOnCanvas(entering, enterOnCanvas);
