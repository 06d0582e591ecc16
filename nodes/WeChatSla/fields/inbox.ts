import { choice, optionalText } from '../../shared/operations/fields';
import type { PageLanguage } from '../inbox/page/words';

/** How the pages of the inbox look, the same in all of its operations. */
export const inboxFields = {
	pageLanguage: choice(
		'Language of the Page',
		[
			{ name: 'Chinese', value: 'zh' },
			{ name: 'English', value: 'en' },
		] satisfies Array<{ name: string; value: PageLanguage }>,
		'zh',
	),
	pageTitle: optionalText('Title', {
		placeholder: 'e.g. 客服收件箱',
		description: 'Left empty, the page is called Staff inbox, in its language',
	}),
};
