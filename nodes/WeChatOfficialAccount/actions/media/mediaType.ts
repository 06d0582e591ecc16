import type { INodeProperties } from 'n8n-workflow';

/** What kind of file is uploaded; each has rules of its own (`MEDIA_RULES`). */
export const mediaTypeField: INodeProperties = {
	displayName: 'Media Type',
	name: 'mediaType',
	type: 'options',
	options: [
		{ name: 'Image', value: 'image' },
		{ name: 'Thumbnail', value: 'thumb' },
		{ name: 'Video', value: 'video' },
		{ name: 'Voice', value: 'voice' },
	],
	default: 'image',
};
