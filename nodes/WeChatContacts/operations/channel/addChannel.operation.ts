import { now } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { UserInputError } from '../../../shared/inputError';
import { collection, optionalText, text } from '../../../shared/operations/fields';
import { channelKey, channels } from '../../../shared/records/tables/channels';

/** WeChat: scene_str has 1 to 64 characters. */
const MOST_CHARACTERS = 64;

/** Gives a QR scene a name and a tag. */
export const addChannel = itemwise({
	option: {
		name: 'Add Channel',
		value: 'addChannel',
		action: 'Add a channel',
		description:
			"Give the scene of a QR code a name and a tag. The code itself is made by 'WeChat Official Account: QR Code'.",
	},
	outputs: { added: 'Added' },
	fields: {
		scene: text('Scene', {
			placeholder: 'e.g. store',
			description: 'The scene of the QR code, 64 characters at most. A known one is changed.',
		}),
		name: text('Name', { placeholder: 'e.g. 门店收银台' }),
		tag: optionalText('Tag', {
			placeholder: 'e.g. 门店顾客',
			description: 'Tag for who comes this way',
		}),
		options: collection('Options', 'Add option', {
			now,
			remark: optionalText('Remark', { placeholder: 'e.g. 二楼海报' }),
		}),
	},
	tables: [channels],
	execute: async ({ json, records, now: at }, { scene, name, tag, options }) => {
		if ([...scene].length > MOST_CHARACTERS) {
			throw new UserInputError(
				`'Scene' has more than ${MOST_CHARACTERS} characters`,
				'WeChat takes no longer one in a QR code. Shorten it.',
			);
		}
		const channel = { scene, name, tag: tag.trim(), remark: options.remark ?? '' };
		await records.put(channels, [{ key: channelKey(scene), ...channel, at }]);
		return [{ to: 'added', json: { ...json, channel } }];
	},
});
