import { DateTime } from 'luxon';
import { WECHAT_TIME_ZONE } from '../../shared/constants';
import { optionalText } from '../../shared/operations/fields';

export const DEFAULT_TITLE = '公众号运营报告';

export const accountName = optionalText('Account Name', {
	placeholder: 'e.g. 山茶花园艺',
	description: 'Shown below the title',
});

/** `2026-11-24 09:00` in Shanghai. @param now epoch milliseconds */
export const timeOfPage = (now: number): string =>
	DateTime.fromMillis(now, { zone: WECHAT_TIME_ZONE }).toFormat('yyyy-MM-dd HH:mm');
