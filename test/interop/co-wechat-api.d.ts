/* The part of the SDK that the tests use; it ships without types. */
declare module 'co-wechat-api' {
	type Answer = Record<string, unknown>;

	export default class WechatAPI {
		constructor(appId: string, appSecret: string);
		prefix: string;
		getFollowers(nextOpenId?: string): Promise<Answer>;
		getUser(options: { openid: string; lang: string }): Promise<Answer>;
		batchGetUsers(openIds: string[]): Promise<Answer>;
		updateRemark(openId: string, remark: string): Promise<Answer>;
		createTags(name: string): Promise<{ tag: { id: number; name: string } }>;
		getTags(): Promise<Answer>;
		updateTag(id: number, name: string): Promise<Answer>;
		batchTagging(openIds: string[], tagId: number): Promise<Answer>;
		getUsersFromTag(tagId: number, nextOpenId?: string): Promise<Answer>;
		getIdList(openId: string): Promise<Answer>;
		deleteTag(id: number): Promise<Answer>;
		createMenu(menu: object): Promise<Answer>;
		getMenu(): Promise<Answer>;
		removeMenu(): Promise<Answer>;
		addConditionalMenu(menu: object): Promise<{ menuid: string }>;
		tryConditionalMenu(userId: string): Promise<Answer>;
		delConditionalMenu(menuId: string): Promise<Answer>;
		getMenuConfig(): Promise<Answer>;
		batchUnTagging(openIds: string[], tagId: number): Promise<Answer>;
		setIndustry(ids: object): Promise<Answer>;
		getIndustry(): Promise<Answer>;
		addTemplate(shortId: string): Promise<{ template_id: string }>;
		delPrivateTemplate(id: string): Promise<Answer>;
		uploadMaterial(path: string, type: string): Promise<{ media_id: string }>;
		uploadImage(path: string): Promise<Answer>;
		getMaterials(type: string, offset: number, count: number): Promise<Answer>;
		getMaterial(mediaId: string): Promise<Buffer>;
		removeMaterial(mediaId: string): Promise<Answer>;
		previewText(openId: string, text: string): Promise<Answer>;
		getMassMessageStatus(id: number): Promise<Answer>;
		deleteMass(id: number): Promise<Answer>;
		getJsConfig(page: object): Promise<{ signature: string }>;
		createLimitQRCode(scene: number | string): Promise<Answer>;
		getIp(): Promise<Answer>;
		getOnlineCustomServiceList(): Promise<Answer>;
		sendText(openId: string, text: string): Promise<Answer>;
		sendNews(openId: string, articles: object[]): Promise<Answer>;
		sendTemplate(
			openId: string,
			templateId: string,
			url: string,
			topColor: string,
			data: object,
		): Promise<Answer>;
		getAllPrivateTemplate(): Promise<Answer>;
		uploadMedia(
			file: Buffer,
			type: string,
			fileName: string,
			mimeType: string,
		): Promise<{ media_id: string; type: string }>;
		getMedia(mediaId: string): Promise<Buffer>;
		getMaterialCount(): Promise<Answer>;
		createTmpQRCode(sceneId: number | string, seconds: number): Promise<Answer>;
		massSendText(
			content: string,
			receivers: boolean | string[] | string,
			clientMsgId?: string,
		): Promise<{ msg_id: number }>;
		getCustomServiceList(): Promise<Answer>;
	}
}
