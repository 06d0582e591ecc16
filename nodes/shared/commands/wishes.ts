import { Commands } from './commands';
import { cutText } from '../text/longest';
import { coresOf, readingsOf } from './written';

/*
 * The wish to get no more messages, and to get them again. The first one is the most important thing that
 * a follower can say: whoever sends has to hear it however it is written (Advertising Law of China, Art. 43).
 */

const OPT_OUT = new Commands(
	'退订 退定 TD T 退订TD TD退订 T退订 退订T 退订回T 取消订阅 取消提醒 不再接收 不要再发 别再发 别发了 停发 拒收 免打扰 不要提醒 不用提醒 不用了谢谢 勿扰 unsubscribe stop'.split(
		' ',
	),
);

const OPT_IN = new Commands(
	'提醒我 开启提醒 打开提醒 恢复订阅 重新订阅 订阅提醒 同意接收 同意提醒 恢复提醒 恢复接收'.split(
		' ',
	),
);

/** Longer texts tell more than a wish, and are for a person. */
const LONGEST = 40;

const alternatives = (words: string): string => `(?:${words.split(' ').join('|')})`;

/** Who is asked, and how. None of these words turns the meaning round. */
const LEAD = alternatives(
	'你好 您好 请问 请 麻烦 拜托 求求 求 可以 能 我 要 想要 想 帮 给 帮忙 你们 您们 你 您 以后 今后 就 都 赶紧 马上 立即 快 算了 好了 谢谢 真的 直接 还是 先 回复 回 老板 小编',
);
/** What is to end. */
const WHAT = alternatives(
	'所有 全部 一切 任何 这个 这些 这种 此类 那些 你们 你家 贵司 您 你 我 公众号 本号 账号 号 后续 活动 营销 推广 优惠 广告 促销 垃圾 骚扰 短信 消息 信息 推送 通知 提醒 订阅 群发 服务 内容 推文 文章 东西 对 的 和 跟 与',
);
const CANCEL = alternatives(
	'退订 退定 退掉 td 取消订阅 取消推送 取消提醒 取消通知 取消接收 取消群发 取消 关闭 关掉 停止 停掉 拒收 拒绝 屏蔽 解除 退出',
);
const NOT = alternatives('不要 不用 不必 不需要 不想要 不想 不再 请勿 勿 别 甭 停止 拒绝 禁止');
const AGAIN = alternatives('再 总是 总 老是 老 一直 继续 天天 每天 随便');
const TO_ME = alternatives('给我们 给我 向我 跟我 对我 往我这');
const SEND = alternatives(
	'发送 发来 发 推送 推销 推 接收 收到 收 群发 打扰 骚扰 烦 提醒 通知 看到 看 订阅 订',
);
/** How such a message ends; a question whether one may is a wish as well (可以吗), one whether it is so is none. */
const END = alternatives(
	'吧 了 啊 呀 啦 哈 哦 来 过来 一下 下 谢谢您 谢谢你 谢谢 多谢 谢了 拜托了 拜托 可以吗 行吗 好吗 行不行 好不好 ok吗 行么 好么 我 烦 td t',
);

/** Words that have to be there besides *cancel*, which is said of orders and seats, too. */
const MESSAGES = /退订|退定|td|订阅|短信|消息|信息|推送|通知|提醒|群发|广告|推文|接收/;
const CANCELS = new RegExp(`^${LEAD}{0,6}${WHAT}{0,3}${CANCEL}${WHAT}{0,6}${END}{0,4}$`);
const REFUSES = new RegExp(
	`^${LEAD}{0,6}${NOT}${AGAIN}{0,2}${TO_ME}?${SEND}${WHAT}{0,6}${END}{0,4}$`,
);
/** A request in the form of a question: 能帮我退订吗. */
const ASKED = /^(?:可以|能)(?:不可以)?(?:帮我|给我|请|麻烦)*(.{2,30}?)(?:吗|么)$/;

/** 别看 and 不想要 say it only with what is refused, or that it has been enough (了). */
const isRefusal = (said: string): boolean =>
	REFUSES.test(said) && /发|推|收|扰|烦|醒|通知|订阅/.test(said);
const isCancelling = (said: string): boolean => MESSAGES.test(said) && CANCELS.test(said);

const isWish = (said: string): boolean => isRefusal(said) || isCancelling(said);

/** Whether one part of a message says it. */
function saysNoMore(text: string): boolean {
	if (OPT_OUT.isCalledBy(text)) return true;
	return readingsOf(text).some((said) => {
		if (said.length > LONGEST) return false;
		const [, asked] = ASKED.exec(said) ?? [];
		return isWish(said) || (asked !== undefined && coresOf(asked).some(isWish));
	});
}

const BETWEEN_PARTS = /[\s，,。.!！;；~～、]+/u;
const MOST_PARTS = 4;
const COURTESY = new Commands(
	'谢谢 你好 您好 麻烦 麻烦了 拜托 好吗 可以吗 好的 烦 烦死了 太烦了 太吵了 烦不烦'.split(' '),
);

/**
 * Whether a text is the wish to get no more messages, and nothing else. Who asks how it is done (怎么退订), or tells
 * of it (我昨天退订了怎么还发), has not said so.
 */
export function wantsNoMore(text: string): boolean {
	if (saysNoMore(text)) return true;
	const parts = cutText(text)
		.split(BETWEEN_PARTS)
		.filter((part) => part !== '');
	if (parts.length < 2 || parts.length > MOST_PARTS) return false;
	return (
		parts.some(saysNoMore) && parts.every((part) => saysNoMore(part) || COURTESY.isCalledBy(part))
	);
}

/** Whether a text is the wish to get messages, and nothing else. */
export const wantsMessages = (text: string): boolean => OPT_IN.isCalledBy(text);
