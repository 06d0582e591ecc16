import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../../shared/engagement/fields';
import { perAccount, type GroupResult } from '../../../shared/engagement/perAccount';
import { allAtOnce, type Item } from '../../../shared/engagement/recordOperation';
import { UserInputError } from '../../../shared/inputError';
import { isRecord } from '../../../shared/json';
import { checkText } from '../../../shared/message/customMessage';
import { optionalText, writtenText as textField } from '../../../shared/operations/fields';
import { interactions } from '../../../shared/records/tables/interactions';
import { sent } from '../../../shared/records/tables/sent';
import { CHECK_WORDING, checkTexts, wordingField } from '../../../shared/wording/option';
import { writtenText, type Written } from '../../engine/written';
import { openId, openIdOf } from '../person';
import { writeToAll, type Message } from './writing';

type Output = 'notReached' | 'sent' | 'summary';

const fields = {
	openId,
	text: textField('Text', {
		typeOptions: { rows: 4 },
		default: '={{ $json.reply }}',
		description: 'What the follower reads',
	}),
	key: optionalText('Reference', {
		placeholder: 'e.g. birthday-2026',
		description:
			"With the same reference nobody is written to a second time. Left empty, it is 'key' of the item, or that of the message.",
	}),
	advice: optionalText('Advice for Staff', {
		placeholder: 'e.g. 请他们回复“我的奖品”查看。',
		description: "What people who got no message can do; added to 'Summary'",
	}),
	[CHECK_WORDING]: wordingField('warn'),
	options: onlyNow,
};

/** @throws UserInputError when nothing tells a second message from the first */
function keyOf({ wechat, key }: IDataObject, given: string, itemIndex: number): string {
	const ofMessage = isRecord(wechat) ? wechat.dedupeKey : undefined;
	const found = [given.trim(), key, ofMessage].find(
		(value) => typeof value === 'string' && value !== '',
	);
	if (typeof found === 'string') return found;
	throw new UserInputError(
		`[Item ${itemIndex + 1}] has no key by which a second message would be known`,
		"Fill in 'Reference' with what is the same when this is repeated and different otherwise.",
	);
}

function messageOf({ at, values }: Item<typeof fields>): Message {
	const id = openIdOf(at, values.openId);
	const key = `write:${id}:${keyOf(at.json, values.key, at.itemIndex)}`;
	return { openId: id, key, text: checkText(values.text) };
}

const outputOf = (written: Written): Output =>
	['alreadySent', 'sent', 'underWay'].includes(written) ? 'sent' : 'notReached';

/** Writes to the follower of each item, once, as far as WeChat lets the account. */
export const write = allAtOnce({
	option: {
		name: 'Write To',
		value: 'write',
		action: 'Write to a follower',
		description:
			'Send a text to the follower of each item by customer service message, once, and tell who could not be reached',
	},
	outputs: { summary: 'Summary', sent: 'Sent', notReached: 'Not Reached' },
	fields,
	tables: [sent, interactions],
	executeAll: async (items) =>
		await perAccount(items, async ({ at, values }, group) => {
			const { ctx, records, now } = at;
			const wordings = group.map((item) =>
				checkTexts(item.values.checkWording, () => [item.values.text]),
			);
			const all = await writeToAll({ ctx, records, now }, group.map(messageOf));
			const results = group.map(({ at: { json } }, from): GroupResult<Output> => {
				const written = all[from] ?? 'notAllowed';
				return { to: outputOf(written), json: { ...json, written, ...wordings[from] }, from };
			});
			const summary = writtenText(all, values.advice.trim());
			if (summary !== '') results.push({ to: 'summary', json: { summary } });
			return results;
		}),
});
