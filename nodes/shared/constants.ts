/** Name of the npm package; n8n prefixes every node type with it. */
export const PACKAGE_NAME = 'n8n-nodes-wechat-engagement';

/** The credential type of an account; most nodes have no other. */
export const CREDENTIAL_TYPE = 'weChatOfficialAccountApi';

/** Bare node names; the full type is `${PACKAGE_NAME}.${name}` (`CUSTOM.${name}` when linked for development). */
export const TRIGGER_NODE_NAME = 'weChatOfficialAccountTrigger';
export const REPLY_NODE_NAME = 'weChatReply';
export const STAFF_NODE_NAME = 'weChatStaff';

/** WeChat counts days (quotas, statistics) in this zone. */
export const WECHAT_TIME_ZONE = 'Asia/Shanghai';

/** Production host; regional hosts and fixed-IP proxies replace it in the credential. */
export const DEFAULT_API_BASE_URL = 'https://api.weixin.qq.com';
