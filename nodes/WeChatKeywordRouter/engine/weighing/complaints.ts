import type { Sentence } from './sentence';

/** From so many characters on a text that complains is a story, and no question about a thing it names. */
const LONG = 24;
const SIGNS_NEEDED = 2;

/** What people are angry or sad about. Own work. */
const SIGNS =
	/太差|很差|真差|超差|差劲|差评|失望|生气|气死|气人|恶心|垃圾|无语|骗人|骗子|被骗|坑人|坑爹|难喝|难吃|难用|难闻|霉味|异味|发霉|变质|变味|过期|破损|破了|碎了|漏了|坏了|烂了|坏的|有虫|虫子|头发|不新鲜|不处理|不解决|不回复|不理|没人理|没人管|没人接|没人回|没人处理|推卸|敷衍|态度(?:很|太|真|特别|非常|极其|恶劣|不好|差|冷)|等了(?:好|很|这么|那么|半|快|\S{0,3}(?:天|小时|周|个月))|打了(?:好|很|几|无数|\S{0,2}次)|说了(?:好|很)?几次|一直(?:没|不|拖)|到现在(?:还|都|也)|还不如|再也不(?:来|买|会)|不会再(?:来|买)|后悔|上当|浪费|不值|退钱|投诉|举报|曝光|赔|无耻|离谱|过分|不负责|忽悠|欺骗|虚假|假货|质量问题|踢皮球|服务(?:太|很|真)?差|受不了|忍无可忍|心寒|寒心|扫兴|倒胃口|最后一次/gu;

/** Whether a message is a long complaint. */
export function isLongComplaint({ message }: Sentence): boolean {
	if (message.length < LONG) return false;
	return (message.match(SIGNS) ?? []).length >= SIGNS_NEEDED;
}
