import type { IDataObject } from 'n8n-workflow';
import { Commands } from '../shared/commands/commands';
import { isRecord } from '../shared/json';
import { wordsOf } from '../shared/message/words';
import { optionalText } from '../shared/operations/fields';
import { readOne, type Records } from '../shared/records/port';
import { contactKey, contacts } from '../shared/records/tables/contacts';
import { toEpoch } from '../shared/rows/row';
import { splitList } from '../shared/text/list';
import { wishOf, wishWords, type Wish } from './engine/wishes';

/** Words of the account's own, besides the usual ones. */
export const wordFields = {
	optInWords: optionalText('More Words for Yes', {
		placeholder: 'e.g. 我要参加, CONSENT_YES',
		description:
			'Comma-separated texts and menu keys that mean yes, besides the usual ones (提醒我, 恢复订阅)',
	}),
	optOutWords: optionalText('More Words for No', {
		placeholder: 'e.g. 别发了, CONSENT_NO',
		description:
			'Comma-separated texts and menu keys that mean no, besides the usual ones (退订, TD)',
	}),
};

/** What was written, or the key of the menu that was tapped. */
const saidIn = (json: IDataObject): string => {
	const { EventKey } = json;
	return wordsOf(json) ?? (typeof EventKey === 'string' ? EventKey : '');
};

/** What a message, or the key of a menu that was tapped, says about messages of campaigns. */
export function wishIn(
	json: IDataObject,
	more: { optInWords?: string; optOutWords?: string },
): Wish | undefined {
	const words = wishWords({
		granted: splitList(more.optInWords ?? ''),
		declined: splitList(more.optOutWords ?? ''),
	});
	return wishOf(saidIn(json), words);
}

/** Whether a message, or the key of a menu that was tapped, is one of some words; with none of them, always. */
export function isCalled(json: IDataObject, words: string): boolean {
	const commands = new Commands(splitList(words));
	return commands.isEmpty || commands.isCalledBy(saidIn(json));
}

/** When something was said, so that what comes late or twice is known: epoch milliseconds. */
export function saidAt({ CreateTime, wechat }: IDataObject, now: number): number {
	const received = isRecord(wechat) ? toEpoch(wechat.receivedAt) : undefined;
	return toEpoch(CreateTime) ?? received ?? now;
}

/**
 * What became of a wish. `repeated`: the same message was noted before. `known`: the follower has said the same
 * earlier. `outdated`: the follower has said something else since.
 */
export type Noted = 'known' | 'new' | 'outdated' | 'repeated';

/** Writes down what a follower wants; of two wishes the later one counts, in whatever order they come. */
export async function noteWish(
	records: Records,
	openId: string,
	wish: Wish,
	at: number,
): Promise<Noted> {
	const key = contactKey(openId);
	const news = { key, openId, consent: wish, consentAt: at };
	const contact = await readOne(records, contacts, { key });
	if (!contact) {
		// Only followers can write; what else is known comes with WeChat Contacts.
		const [added] = await records.add(contacts, [{ ...news, isFollower: true }]);
		if (added?.isNew) return 'new';
		await records.put(contacts, [news]);
		return 'new';
	}
	const { consent, consentAt } = contact;
	if (consent === wish) return consentAt === at ? 'repeated' : 'known';
	if ((consentAt ?? 0) > at) return 'outdated';
	await records.put(contacts, [news]);
	return 'new';
}
