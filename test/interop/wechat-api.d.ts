/* The part of the SDK that the tests name; its calls are methods, called by name. It ships without types. */
declare module 'wechat-api' {
	export default class WechatAPI {
		constructor(appId: string, appSecret: string);
	}
}

/* Its modules: the calls by name. */
declare module 'wechat-api/lib/*' {
	const calls: Record<string, unknown>;
	export default calls;
}
