/**
 * One campaign at a time: the first active row whose days have come. Each follower is chosen once per
 * campaign, whenever they fall silent. `{coupon}` stands for the code of a coupon.
 */
export const campaigns = [
	{
		key: 'winter-tea',
		name: '冬日回归',
		isActive: true,
		segments: 'dormant, lost',
		validFrom: '',
		validTo: '',
		holdOutPercent: 10,
		text: '好久不见！今年的冬茶到店了，回复“优惠”看本月活动。\n不想再收到活动消息，回复“退订”。',
		couponSegments: 'lost',
		couponText:
			'好久不见！送您一张回归券：满 60 元减 15 元，券码 {coupon}，一个月内到店或线上都能用。\n不想再收到活动消息，回复“退订”。',
		noticeTemplateId: '',
		noticeTitle: '冬茶到店',
		noticeText: '回复“优惠”看本月活动',
		noticeCouponText: '回归券 {coupon}，满60减15',
		serviceTemplateId: '',
		serviceTitle: '会员积分提醒',
		serviceText: '积分年底清零，回复“我的积分”查询',
	},
];

/** Codes of the shop's system; every code is given once. */
export const coupons = ['7K2M', '9PXD', 'C4TW', 'E8RN', 'GH3Q', 'J6VB', 'L2YF', 'N5ZA'].map(
	(code) => ({ key: `CHA-${code}`, campaign: 'winter-tea', state: 'free' }),
);
