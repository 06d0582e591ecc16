import type { IDataObject } from 'n8n-workflow';
import { Commands } from '../../../shared/commands/commands';
import { isRecord } from '../../../shared/json';
import { wordsOf } from '../../../shared/message/words';
import { choice, optionalText } from '../../../shared/operations/fields';
import { splitList } from '../../../shared/text/list';

/** Whom an operation serves: everybody who comes, or who says so. @param who who says so */
export const concerns = (displayName: string, who: string, description: string) =>
	choice(
		displayName,
		[
			{ name: 'Everybody Who Comes Here', value: 'everybody' },
			{ name: who, value: 'words', description },
		],
		'everybody',
	);

/** Words of the account's own. @param usual those that count anyhow */
export const moreWords = (usual: string) =>
	optionalText('More Words', {
		placeholder: 'e.g. 加入社群, JOIN_GROUP',
		description: `Comma-separated texts and menu keys that count besides the usual ones (${usual})`,
		displayOptions: { show: { concerns: ['words'] } },
	});

/** Whether a message, or the key of a menu that was tapped, is nothing but one of some words. */
export function says(json: IDataObject, usual: string, more: string): boolean {
	const { EventKey, Event } = json;
	const isTap = String(Event ?? '').toUpperCase() === 'CLICK';
	const said = wordsOf(json) ?? (isTap ? String(EventKey ?? '') : '');
	return new Commands([...splitList(usual), ...splitList(more)]).isCalledBy(said);
}

/** The scene of the QR code that somebody came by; '' when it was none. */
export const sceneOf = ({ wechat }: IDataObject): string =>
	isRecord(wechat) ? String(wechat.scene ?? '') : '';
