import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const getProductCard: ItemOperation = {
	option: {
		name: 'Get Product Card',
		value: 'getProductCard',
		action: 'Get product card for draft',
		description: 'Get the card of a product in a WeChat store, to put it into an article',
	},
	endpoints: ['POST /channels/ec/service/product/getcardinfo'],
	properties: [
		textField('Product ID', 'productId'),
		{
			displayName: 'Article Type',
			name: 'articleType',
			type: 'options',
			options: [
				{ name: 'Article', value: 'news' },
				{ name: 'Image Post', value: 'newspic' },
			],
			default: 'news',
		},
		{
			displayName: 'Card Type',
			name: 'cardType',
			type: 'options',
			options: [
				{ name: 'Banner (条卡)', value: 3 },
				{ name: 'Large Card (大卡)', value: 1 },
				{ name: 'Small Card (小卡)', value: 0 },
				{ name: 'Text Link (文字链接)', value: 2 },
			],
			default: 0,
		},
	],
	async execute(ctx, itemIndex) {
		const productId = requiredText(ctx, 'productId', 'Product ID', itemIndex);
		const card = await post(
			ctx,
			'/channels/ec/service/product/getcardinfo',
			{
				product_id: productId,
				article_type: String(ctx.getNodeParameter('articleType', itemIndex, 'news')),
				card_type: Number(ctx.getNodeParameter('cardType', itemIndex, 0)),
			},
			true,
		);
		return { productId, productKey: card.product_key ?? null, html: card.DOM ?? null };
	},
};
