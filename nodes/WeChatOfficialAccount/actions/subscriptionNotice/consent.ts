import { integer, text } from '../../../shared/operations/fields';

/** What a person agrees to by a consent link (一次性订阅). */
export const consent = {
	oneTimeTemplateId: text('Template ID'),
	scene: integer('Scene', [0, 10_000], {
		hint: 'A number of your choice; comes back with the consent',
	}),
};
