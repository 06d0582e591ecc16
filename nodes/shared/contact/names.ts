/** The segments of *Segment: Score* as people call them. */
const SEGMENTS: Readonly<Record<string, string>> = {
	highValue: '高价值',
	potential: '潜在',
	dormant: '沉默',
	lost: '流失',
};

/** How followers come, as WeChat names it in profiles. */
const SOURCES: Readonly<Record<string, string>> = {
	ADD_SCENE_SEARCH: '搜索公众号',
	ADD_SCENE_ACCOUNT_MIGRATION: '账号迁移',
	ADD_SCENE_PROFILE_CARD: '名片分享',
	ADD_SCENE_QR_CODE: '扫描二维码',
	ADD_SCENE_PROFILE_LINK: '图文页内名称',
	ADD_SCENE_PROFILE_ITEM: '图文页右上角菜单',
	ADD_SCENE_PAID: '支付后关注',
	ADD_SCENE_WECHAT_ADVERTISEMENT: '微信广告',
	ADD_SCENE_REPRINT: '他人转载',
	ADD_SCENE_LIVESTREAM: '视频号直播',
	ADD_SCENE_CHANNELS: '视频号',
	ADD_SCENE_WXA: '小程序',
	ADD_SCENE_OTHERS: '其他',
};

/** A segment in Chinese; one of one's own as it is. */
export const segmentName = (segment: string): string => SEGMENTS[segment] ?? segment;

/** A source in Chinese; an unknown one as it is. */
export const sourceName = (source: string): string => SOURCES[source] ?? source;
