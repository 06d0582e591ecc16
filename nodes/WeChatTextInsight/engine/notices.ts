import { CueIndex } from './cues';

/** Longer texts are not looked at: a notice is a line. */
const LONGEST = 80;

/** A picture or the like in the words of WeChat: nothing that can be read. */
const PLACEHOLDER =
	/^(?:[[【](?:图片|照片|语音|视频|视频号|小程序|链接|文件|位置|名片|聊天记录|动画表情|表情|音乐|卡券|转账|红包|微信红包|微信转账|群公告|接龙|笔记|直播|语音通话|视频通话|通话|合并转发|引用|草稿|商品|订单|地理位置|不支持的消息|图片加载失败)[\]】]\s*)+$/;

/** What WeChat and answering machines write of themselves, in the form of `normalise`. */
const NOTICE =
	/通过了你的(?:朋友|好友)?验证请求|现在(?:我们)?可以开始聊天|以上是打招呼的内容|撤回了一条消息|消息已被?(?:发布者|管理员|对方)?(?:删除|撤回)|版本(?:过低|不支持)|不支持(?:展示|查看)(?:该|此)(?:内容|消息)|收到一条.{0,8}消息.{0,6}请?(?:在手机|升级)|^对方已?(?:拒绝|取消|挂断|接受|收款|退还|领取)|^(?:通话|语音|视频)(?:时长|已取消|中断|未接听)|^(?:你|您)?已(?:添加|收款|领取|退还|取消|加入|退出).{0,20}$|拍了拍|邀请.{1,20}加入(?:了)?群聊|修改群名|该内容已被发布者删除|[[【]自动回复[\]】]|我是自动回复|^自动回复[:,]|消息(?:发送失败|被对方拒收|已发出,但被)|开启了(?:朋友|好友)验证|此(?:账号|帐号|公众号)已/;

const NOTICES = new CueIndex([NOTICE]);

/** Whether a text is WeChat's own, or a machine's, and nothing that a follower wrote. */
export function isNotice(words: string): boolean {
	if (words.length > LONGEST) return false;
	const text = words.trim();
	return PLACEHOLDER.test(text) || NOTICES.in(text).length > 0;
}
