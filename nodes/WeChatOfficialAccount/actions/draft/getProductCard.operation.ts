import { UserInputError } from '../../../shared/inputError';
import { choice, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

/** The card that only the other kind of article takes. */
const ELSEWHERE = { news: 3, newspic: 0 } as const;

export const getProductCard = itemOperation({
	option: {
		name: 'Get Product Card',
		value: 'getProductCard',
		action: 'Get product card for draft',
		description: 'Get the card of a product in a WeChat store, to put it into an article',
	},
	endpoints: ['POST /channels/ec/service/product/getcardinfo'],
	fields: {
		productId: text('Product ID'),
		articleType: choice(
			'Article Type',
			[
				{ name: 'Article', value: 'news' },
				{ name: 'Image Post', value: 'newspic' },
			],
			'news',
		),
		cardType: choice(
			'Card Type',
			[
				{ name: 'Banner (条卡)', value: 3 },
				{ name: 'Large Card (大卡)', value: 0 },
				{ name: 'Small Card (小卡)', value: 1 },
				{ name: 'Text Link (文字链接)', value: 2 },
			],
			1,
		),
	},
	async execute(ctx, { productId, articleType, cardType }) {
		if (cardType === ELSEWHERE[articleType]) {
			throw new UserInputError(
				"This 'Card Type' does not go with the 'Article Type'",
				'Articles take a large or small card or a text link; image posts a banner, a small card or a text link.',
			);
		}
		const card = await post(
			ctx,
			'/channels/ec/service/product/getcardinfo',
			{ product_id: productId, article_type: articleType, card_type: cardType },
			true,
		);
		return { productId, productKey: card.product_key ?? null, html: card.DOM ?? null };
	},
});
