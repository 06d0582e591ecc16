import { choice } from '../../../shared/operations/fields';

/** What kind of file is uploaded; each has rules of its own (`MEDIA_RULES`). */
export const mediaType = choice(
	'Media Type',
	[
		{ name: 'Image', value: 'image' },
		{ name: 'Thumbnail', value: 'thumb' },
		{ name: 'Video', value: 'video' },
		{ name: 'Voice', value: 'voice' },
	],
	'image',
);
