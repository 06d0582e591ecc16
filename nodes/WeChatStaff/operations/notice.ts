import { createHash } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { webAddress } from '../../shared/limits';
import { checkText, MAX_TEXT_BYTES, sendCustomMessage } from '../../shared/message/customMessage';
import type { ValuesOf } from '../../shared/operations/fields';
import { robotOf, ROBOT_CREDENTIAL } from '../../shared/staff/credential';
import { shortened, type Note } from '../../shared/staff/note';
import { sendToRobot, waitForTurn } from '../../shared/staff/send';
import { untappable } from '../../shared/text/untappable';
import type { callFields, recipientFields } from './recipientFields';

/** To whom messages go, and how. */
export interface Recipient {
	/** Tells recipients apart in keys; gives no secret away. */
	mark: string;
	/** The kind of robot, or the OpenID. */
	name: string;
	/** Bytes of UTF-8 that the text of a note may have. */
	maxTextBytes: number;
	/** An OpenID, or '' for a group. */
	openId: string;
	/** Waits until the recipient takes another message. */
	isReady(): Promise<void>;
	send(note: Note): Promise<{ sentTo: string }>;
}

/** Bytes of text and links of a customer service message, less the title and what makes links of them. */
const MAX_MEMBER_BYTES = MAX_TEXT_BYTES - 400;

/** The address as it can stand in the markup of any robot. @throws UserInputError when it is none */
export function safeAddress(label: string, given: string): string {
	const { href } = new URL(webAddress(label, given.trim()));
	return href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('"', '%22');
}

/** A note as the text of a message to a follower of the account. */
export function messageText({ title, text, links }: Note): string {
	const lines = [...(title === '' ? [] : [untappable(title)]), untappable(text)];
	const anchors = links.map(({ label, url }) => `<a href="${url}">${untappable(label)}</a>`);
	return [...lines, ...anchors].join('\n');
}

/** The group of the credential. */
async function groupOf(ctx: IExecuteFunctions, itemIndex: number): Promise<Recipient> {
	const address = robotOf(await ctx.getCredentials(ROBOT_CREDENTIAL, itemIndex));
	return {
		mark: address.mark,
		name: address.robot.name,
		maxTextBytes: address.robot.maxTextBytes,
		openId: '',
		isReady: async () => await waitForTurn(address),
		send: async (note) => {
			await sendToRobot(ctx, address, note);
			return { sentTo: address.robot.name };
		},
	};
}

/** A member of the staff who follows the account. */
const memberOf = (ctx: IExecuteFunctions, openId: string): Recipient => ({
	mark: createHash('sha256').update(openId).digest('hex').slice(0, 12),
	name: openId,
	maxTextBytes: MAX_MEMBER_BYTES,
	openId,
	isReady: async () => await Promise.resolve(),
	send: async (note) => {
		const content = checkText(messageText(shortened(note, MAX_MEMBER_BYTES, untappable)));
		await sendCustomMessage(ctx, openId, { msgtype: 'text', content: { content } });
		return { sentTo: openId };
	},
});

const MOBILE = /^\+?[\d-]{5,20}$/;

function mobilesOf(given: string): string[] {
	const numbers = given.split(/[,，、;；\s]+/).filter((part) => part !== '');
	const wrong = numbers.find((number) => !MOBILE.test(number));
	if (wrong === undefined) return numbers;
	throw new UserInputError(
		"'Mobile Numbers' holds something else than numbers",
		'Enter them as 13800000000, separated by commas.',
	);
}

/** To whom a message goes, and whom it calls. @throws UserInputError when a field cannot be used */
export async function addressed(
	ctx: IExecuteFunctions,
	itemIndex: number,
	values: ValuesOf<typeof callFields & typeof recipientFields>,
): Promise<Pick<Note, 'atAll' | 'mobiles' | 'title'> & { recipient: Recipient }> {
	const isMember = values.sendTo === 'member';
	const recipient = isMember ? memberOf(ctx, values.openId) : await groupOf(ctx, itemIndex);
	const call = isMember ? 'nobody' : values.call;
	return {
		recipient,
		title: values.title.trim(),
		atAll: call === 'all',
		mobiles: call === 'mobiles' ? mobilesOf(values.mobiles) : [],
	};
}
