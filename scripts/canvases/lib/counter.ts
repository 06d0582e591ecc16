import { form, formEnd, own, type CanvasNode } from './nodes';
import { both, type Words } from './words';

/**
 * The counter of a shop: a form for the code that a follower shows, and a page for what became of it. In a picture:
 * `counter → redeem:Redeemed → good` and `redeem:Refused → bad`.
 *
 * @param code what a code is called
 */
export const counter = (
	name: Words,
	title: Words,
	description: Words,
	code: Words,
): Record<'bad' | 'counter' | 'good' | 'redeem', CanvasNode> => {
	const field = (fieldName: string, fieldLabel: Words) => ({
		fieldLabel,
		fieldName,
		fieldType: 'text',
		requiredField: true,
	});
	const end = (words: Words) => formEnd(words, words, '={{ $json.reply }}');
	return {
		counter: form(name, title, description, [
			field('code', code),
			field('by', both('经手人', 'Your name')),
		]),
		redeem: own('Activity', 'prize.redeem', both('核销', 'Redeem'), {
			code: '={{ $json.code }}',
			redeemedBy: '={{ $json.by }}',
		}),
		good: end(both('核销成功', 'Redeemed')),
		bad: end(both('不能核销', 'Not redeemed')),
	};
};
