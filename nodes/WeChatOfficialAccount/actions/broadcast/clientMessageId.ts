import { createHash } from 'crypto';
import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { shanghaiDay } from '../../../shared/calendar/shanghaiDay';
import { atMost } from '../../../shared/limits';

/** WeChat: `clientmsgid` of message/mass/*. */
const MAX_BYTES = 32;
const SUFFIX_LENGTH = 8;

const digest = (value: unknown): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** To whom a broadcast goes, the same text for the same people in any order; empty for everybody. */
function audienceOf({ filter, touser }: IDataObject): string {
	if (Array.isArray(touser)) return JSON.stringify([...touser].sort());
	const { tag_id: tagId } = (filter ?? {}) as IDataObject;
	return tagId === undefined ? '' : `tag ${String(tagId)}`;
}

/**
 * The ID by which WeChat knows a broadcast again. One of the user's own stands for one campaign, which may
 * go out as several broadcasts (10,000 OpenIDs each, a tag per item): what goes to a part of the
 * followers gets a suffix that is the same for the same recipients only, so that none of the parts is
 * taken for another one. Without one of the user's own it is made of recipients, content and day.
 *
 * @param own at most 32 bytes; empty for none
 */
export function clientMessageId(own: string, body: IDataObject, now: number): string {
	const audience = audienceOf(body);
	if (own === '') {
		const message = omit(body, ['filter', 'touser']);
		return digest([shanghaiDay(now), audience, message]).slice(0, MAX_BYTES);
	}
	if (audience === '') return own;
	const withSuffix = `${own}-${digest(audience).slice(0, SUFFIX_LENGTH)}`;
	return Buffer.byteLength(withSuffix) <= MAX_BYTES
		? withSuffix
		: digest([own, audience]).slice(0, MAX_BYTES);
}

/** @throws UserInputError for an ID that WeChat would refuse */
export const checkClientMessageId = (own: string): string =>
	atMost('Client Message ID', own, MAX_BYTES, 'bytes');
