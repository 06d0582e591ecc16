/** Modules of clients with calls of other products, or of what WeChat has retired. */
export const OTHER_MODULES = [
	'card',
	'device',
	'feedback',
	'group',
	'payment',
	'poi',
	'semantic',
	'shakearound',
	'shop_common',
	'shop_express',
	'shop_goods',
	'shop_group',
	'shop_order',
	'shop_shelf',
	'shop_stock',
	'url',
];

/** Single calls that WeChat has retired: articles are drafts now, and have figures of their own. */
export const RETIRED = [
	'uploadNews',
	'uploadMPVideo',
	'massSendMPVideo',
	'uploadNewsMaterial',
	'updateNewsMaterial',
	'getArticleSummary',
	'getArticleTotal',
	'getUserRead',
	'getUserReadHour',
	'getUserShare',
	'getUserShareHour',
];
