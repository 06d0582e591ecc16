import { asStored, optionalText, rows } from '../../shared/operations/fields';

/** What a beginner needs comes first: a word and its reply. */
const columns = {
	keyword: optionalText('Keyword', { placeholder: 'e.g. 优惠券' }),
	reply: optionalText('Reply', {
		typeOptions: { rows: 3 },
		placeholder: 'e.g. 点菜单“会员-领券中心”领取',
		hint: 'Several replies are separated by a line of three hyphens; one is chosen at random',
	}),
	variants: optionalText('Variants', {
		placeholder: 'e.g. 代金券, 领*券',
		description:
			'Other words for the keyword, separated by commas. * stands for up to six characters.',
	}),
	questions: optionalText('Questions', {
		placeholder: 'e.g. 我领的券在哪里看',
		description: 'Whole questions that this keyword answers, separated by commas',
	}),
	exclude: optionalText('Exclude', {
		placeholder: 'e.g. 龙井虾仁',
		description: 'Words that rule the keyword out, separated by commas',
	}),
	// As they are stored: a library, from wherever it comes, says which keyword is wrong.
	level: asStored({
		displayName: 'Level',
		type: 'options',
		options: [
			{ name: 'Brand', value: 'brand' },
			{ name: 'Function', value: 'function' },
			{ name: 'Product', value: 'product' },
		],
		default: 'function',
	}),
	priority: asStored({
		displayName: 'Priority',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 1,
		description: 'Factor of the score; more wins over other keywords in the same message',
	}),
};

/** A small library that needs no table of its own. */
export const keywordTable = rows('Keyword Table', ['row', 'Keyword'], columns, {
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Keyword',
	displayOptions: { show: { keywordsFrom: ['table'] } },
});
