import type { Canvas } from './lib/canvas';
import { counter } from './lib/counter';
import { own, received, reply } from './lib/nodes';
import { both } from './lib/words';

/** Followers get things for their points, with a code that the counter redeems. */
export const pointsMall: Canvas = {
	number: '18',
	file: 'points-mall',
	name: both('积分商城', 'Points mall'),
	overview: {
		what: both(
			'粉丝回复“积分商城”看商品和余额，回复“兑换 1”换第一样，收到兑换码；门店在表单里输入兑换码核销，每个码只能用一次。库存不会超发。',
			'Followers ask for the goods and their balance, choose one by its number, and receive a code. The counter redeems it in a form, once. Stock is never exceeded.',
		),
		steps: [
			both(
				'选择公众号凭证；给核销表单设一个用户名和密码。',
				'Choose the credential of the account, and set a name and password for the form.',
			),
			both(
				'在“积分商城”里填商品、所需积分和库存。',
				"Fill in goods, prices and stock in 'Points mall'.",
			),
			both(
				'发布，把“门店核销”的 Production URL 发给门店。',
				"Publish, and give the Production URL of 'At the counter' to your shop.",
			),
		],
		runs: { personal: 'whole', subscription: 'whole', service: 'whole' },
		accounts: both('积分来自签到等活动。', 'Points come from check-ins and other games.'),
	},
	nodes: {
		message: received(both('粉丝发文字或点菜单', 'A follower writes or taps'), {
			triggerOn: ['text', 'event.CLICK'],
		}),
		shop: own('Activity', 'points.shop', both('积分商城', 'Points mall'), {
			goodsFrom: 'fields',
			goodsDefined: {
				entry: [
					{ id: 'guide', title: '电子资料', price: 3, stock: 100 },
					{ id: 'gift', title: '纪念礼品', price: 30, stock: 10 },
				],
			},
		}),
		answer: reply(both('回复', 'Reply')),
		...counter(
			both('门店核销', 'At the counter'),
			both('核销兑换码', 'Redeem a code'),
			both('请输入粉丝出示的兑换码。', 'Enter the code that the follower shows.'),
			both('兑换码', 'Code'),
		),
	},
	picture: `
		message → shop:Reply → answer
		counter → redeem:Redeemed → good
		redeem:Refused → bad
	`,
	notes: {
		message: both('## 粉丝看商品、换东西', '## Followers look and choose'),
		counter: both('## 门店凭码核销', '## The counter redeems the code'),
	},
};
