import { form, formEnd, own, type CanvasNode } from './nodes';
import { both, type Words } from './words';

/**
 * The counter of a shop: a form for the code that a follower shows. What became of it is `reply`.
 *
 * @param code what a code is called
 */
export const counterForm = (
	name: Words,
	title: Words,
	description: Words,
	code: Words,
): Record<'counter' | 'redeem', CanvasNode> => {
	const field = (fieldName: string, fieldLabel: Words) => ({
		fieldLabel,
		fieldName,
		fieldType: 'text',
		requiredField: true,
	});
	return {
		counter: form(name, title, description, [
			field('code', code),
			field('by', both('经手人', 'Your name')),
		]),
		redeem: own('Activity', 'prize.redeem', both('核销', 'Redeem'), {
			code: '={{ $json.code }}',
			redeemedBy: '={{ $json.by }}',
		}),
	};
};

/**
 * The same with a page for what became of it. In a picture: `counter → redeem:Redeemed → good` and
 * `redeem:Refused → bad`.
 */
export const counter = (
	...words: Parameters<typeof counterForm>
): Record<'bad' | 'counter' | 'good' | 'redeem', CanvasNode> => {
	const end = (title: Words) => formEnd(title, title, '={{ $json.reply }}');
	return {
		...counterForm(...words),
		good: end(both('核销成功', 'Redeemed')),
		bad: end(both('不能核销', 'Not redeemed')),
	};
};
