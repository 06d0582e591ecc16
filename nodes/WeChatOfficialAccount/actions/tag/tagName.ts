import { atMost } from '../../../shared/limits';
import { mapped, text } from '../../../shared/operations/fields';

/** WeChat: up to 30 characters, 10 Chinese ones in the console. */
export const tagName = mapped(
	text('Name', { placeholder: 'e.g. 活跃用户', hint: 'Up to 30 characters' }),
	(name) => atMost('Name', name, 30),
);
