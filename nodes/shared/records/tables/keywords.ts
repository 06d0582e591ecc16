import { defineTable } from '../table';

/**
 * The keyword library, which people edit in the table. `key` may be left empty by them; then the keyword stands for
 * it. Lists are separated by commas or lines, several replies by a line `---`.
 */
export const keywords = defineTable({
	name: 'keywords',
	holds: 'the keyword library, one keyword each with its reply',
	columns: {
		keyword: 'text',
		reply: 'text',
		/** `brand`, `product` or `function`; also 品牌, 产品, 功能. Empty counts as function. */
		level: 'text',
		variants: 'text',
		questions: 'text',
		exclude: 'text',
		/** Factor of the score; empty counts as 1. */
		priority: 'number',
		/** `random` or `inTurn`. */
		replyMode: 'text',
		/** `text`, `image` or `news`. */
		replyType: 'text',
		mediaId: 'text',
		cooldownMinutes: 'number',
		/** As text, so that a day without a time counts as a whole. */
		validFrom: 'text',
		validTo: 'text',
		/** Switched off. The other way round a row typed in by a person would be off until a box is ticked. */
		isOff: 'flag',
		/** Since when it is in the library. */
		addedAt: 'time',
	},
	indexes: [],
	createdIn: 'addedAt',
	examples: [
		{
			key: 'example:brand',
			keyword: '品牌介绍',
			level: 'brand',
			variants: '关于我们,公司介绍',
			questions: '你们是做什么的\n你们是哪里的店',
			reply: '您好，感谢关注！（示例回复：请在关键词表里改成您的品牌介绍）',
		},
		{
			key: 'example:product',
			keyword: '新品',
			level: 'product',
			variants: '上新,新款',
			questions: '最近有什么新品',
			reply: '本季新品已经上架。（示例回复：请在关键词表里改成您的新品介绍和链接）',
		},
		{
			key: 'example:hours',
			keyword: '营业时间',
			level: 'function',
			variants: '几点开门,几点关门',
			questions: '你们今天几点关门\n周末营业吗',
			reply: '我们的营业时间是……（示例回复：请在关键词表里填上时间）',
		},
		{
			key: 'example:returns',
			keyword: '退换货',
			level: 'function',
			variants: '退货,换货',
			questions: '买错了可以换吗',
			reply: '退换货请先告诉我们订单号。（示例回复：请在关键词表里改成您的退换规则）',
		},
	],
});
