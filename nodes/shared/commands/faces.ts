import { nameFaces } from '../text/faces';

/**
 * Names of WeChat's faces, in both languages of its clients. A face may be all of a message, and then only its
 * name tells `[微笑]` from a command in brackets, `[签到]`.
 */
const NAMES =
	'微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 囧 抓狂 吐 偷笑 愉快 可爱 白眼 傲慢 饥饿 困 惊恐 流汗 冷汗 憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 疯了 折磨 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢 嘴唇 示爱 爱心 心碎 蛋糕 闪电 炸弹 刀 足球 瓢虫 便便 月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 不 NO OK 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 跳绳 投降 挥手 激动 街舞 乱舞 献吻 左太极 右太极 嘿哈 捂脸 奸笑 机智 皱眉 耶 茶 蜡烛 红包 鸡 吃瓜 加油 加油加油 汗 天啊 Emm 社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 合十 福 发 發 庆祝 笑脸 生病 破涕为笑 吐舌 脸红 恐惧 失望 无语 鬼魂 强壮 烟花 爆竹 Smile Grimace Drool Scowl CoolGuy Sob Shy Silent Sleep Cry Awkward Angry Tongue Grin Surprise Frown Ruthless Blush Scream Puke Chuckle Joyful Slight Smug Hungry Drowsy Panic Sweat Laugh Commando Determined Scold Shocked Shhh Dizzy Tormented Toasted Skull Hammer Wave Bye Speechless NosePick Clap Shame Trick Yawn Shrunken TearingUp Sly Kiss Wrath Whimper Cleaver Watermelon Beer Basketball PingPong Coffee Rice Pig Rose Wilt Lips Heart BrokenHeart Cake Lightning Bomb Dagger Soccer Ladybug Poop Moon Sun Gift Hug ThumbsUp ThumbsDown Strong Weak Shake Handshake Peace Victory Fight Salute Beckon Fist Pinky RockOn InLove Blowkiss Waddle Tremble Twirl Kotow Dramatic JumpRope Surrender Hooray Meditate Smooch Hey Facepalm Smirk Smart Moue Yeah! Tea Packet Candle Blessing Chick Onlooker GoForIt Sweats OMG Respect Doge NoProb MyBad KeepFighting Wow Boring Awesome LetMeSee Sigh Hurt Broken Flushed Happy Lol Terror LetDown Duh Ghost Party Fireworks Firecracker Worship';

const FACE = new RegExp(`[[［【](?:${NAMES.replaceAll(' ', '|')})[\\]］】]`, 'gi');

/** Something in the brackets of a face, of which nobody has told that it is one: `[新表情]`, `[签到]`. */
const MAYBE_FACE = /[[［][\p{Script=Han}A-Za-z]{1,12}[\]］]/gu;

/** Pictures; letters and digits that are written as pictures (Ⓜ) are none. */
const EMOJI = /(?!Ⓜ)\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/gu;

/** Faces that people draw, where they are all of a text: `:D`, `=P`, `^o^`, `T_T`, `QAQ`. */
const DRAWN = /^(?:[:;=：；]['^-]?[)(dpobx3|/\\]{1,9}|[（(]?([\^oTQ>])[_oAvw.]{0,3}\1[）)]?)$/i;

/** Letters and digits in pictures that no Unicode form tells to be letters, as emoji and with a dark ground. */
const PICTURED = /[🅐-🅩]|[🅰-🆉]|[❶-❿➀-➉➊-➓]/gu;

function plainOf(sign: string): string {
	const code = sign.codePointAt(0) ?? 0;
	if (code >= 0x1_f170) return String.fromCharCode(code - 0x1_f170 + 65);
	if (code >= 0x1_f150) return String.fromCharCode(code - 0x1_f150 + 65);
	return String(((code - 0x27_76) % 10) + 1);
}

/**
 * A text without faces and emoji, and with pictured letters and digits as such (🅰 is A, ❷ is 2).
 *
 * @param guess whether to leave out, too, what stands in the brackets of a face and is no known one
 */
export function withoutFaces(text: string, guess = false): string {
	const left = nameFaces(text)
		.replace(PICTURED, plainOf)
		.replace(FACE, ' ')
		.replace(guess ? MAYBE_FACE : FACE, ' ')
		.replace(EMOJI, ' ');
	return DRAWN.test(left.trim()) ? '' : left;
}

/** Whether something in brackets may be a face or not. */
export const mayHoldFace = (text: string): boolean => /[[［]/.test(text);
