import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { requiredText } from './fields';

interface PickerOptions {
	/** Example of an ID. */
	placeholder: string;
	/** Where an ID comes from. */
	hint?: string;
}

/** A picker: from the list of what the account has, or by ID. */
function picker(
	displayName: string,
	name: string,
	searchListMethod: string,
	{ placeholder, hint }: PickerOptions,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder, hint },
		],
	};
}

const MEDIA_ID = 'e.g. 6B6scMBcDx-F0mVQo8nTBCSnsg5rLFe_rm6YLrYm5WsJ';
const SENDABLE = 'From Media > Upload, or the MediaId of a message of the last three days';

export const draftPicker = picker('Draft', 'mediaId', 'searchDrafts', {
	placeholder: MEDIA_ID,
	hint: 'The mediaId from Draft > Create or Get Many',
});

export const publishedArticlePicker = picker('Article', 'articleId', 'searchPublishedArticles', {
	placeholder: 'e.g. b5O2OUs25HBxRceL7hfReg-U9QGeq9zQjiDvyWP4Hq4',
	hint: 'The articleId from Publish > Get Status or Get Many',
});

/** Any file of the material library. */
export const materialPicker = picker('Media', 'mediaId', 'searchMaterials', {
	placeholder: MEDIA_ID,
});

export const imagePicker = picker('Image', 'mediaId', 'searchImages', {
	placeholder: MEDIA_ID,
	hint: SENDABLE,
});

export const voicePicker = picker('Voice', 'mediaId', 'searchVoices', {
	placeholder: MEDIA_ID,
	hint: SENDABLE,
});

export const videoPicker = picker('Video', 'mediaId', 'searchVideos', {
	placeholder: MEDIA_ID,
	hint: SENDABLE,
});

export const thumbnailPicker = picker('Thumbnail', 'thumbMediaId', 'searchImages', {
	placeholder: MEDIA_ID,
	hint: 'A small image, from Media > Upload',
});

export const coverPicker = picker('Cover', 'thumbMediaId', 'searchImages', {
	placeholder: MEDIA_ID,
	hint: 'A permanent image, from Media > Upload Permanent',
});

export const kfAccountPicker = picker('Customer Service Account', 'kfAccount', 'searchKfAccounts', {
	placeholder: 'e.g. anna@gh_account',
});

/** The key of a menu button: one of the present menu, or a new one. */
export const menuKeyPicker = picker('Key', 'key', 'searchMenuKeys', {
	placeholder: 'e.g. MENU_PRICE',
	hint: 'Comes back as EventKey',
});

/** What was picked. @throws UserInputError when nothing was */
export function picked(
	ctx: IExecuteFunctions,
	{ displayName, name }: INodeProperties,
	itemIndex: number,
): string {
	return requiredText(ctx, name, displayName, itemIndex, { extractValue: true });
}

/** What was picked in a picker inside a collection, where n8n leaves it as it is stored. */
export function pickedValue(stored: unknown): string {
	const value =
		typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;
	return String(value ?? '').trim();
}
