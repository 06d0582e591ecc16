import type { Family } from '../kinds';

/** A child has paid or has been made to, is lost, hurt, or approached by somebody. */
export const minors: Family = {
	kind: 'minor',
	words: {
		secretly:
			'偷偷 拿我 用我 拿爷爷 用爷爷 用奶奶 拿奶奶 拿老人 用老人 用姥 用外婆 用外公 用他妈 用她妈 用他爸 用她爸 用家里 用妈妈 用爸爸 拿着我 趁我 趁大人 趁我们 趁他爸 趁奶奶 误 乱 瞎 背着 瞒着 不懂事 私自 擅自 玩我 玩手机 玩着手机 拿手机 拿了手机 猜到密码 知道密码 知道支付密码 记住密码 刷脸 人脸 指纹 不小心 误点 误触 点进 点错 乱点 未经 攞咗我 偷拿',
		pays: '充值 充了 充进 冲了 充钱 打赏 付款 付了 支付了 花了 花掉 花光 刷了 刷掉 刷礼物 转了 转走 转账 转给 买了 下单 下了 消费 氪 氪了 氪金 课金 扫码 抢购 拍了 订了 充 用掉 买皮肤 买装备 买盲盒 抽盲盒 抽卡 买卡 买道具 送礼物 上舰 开通了 买了个 借了 贷了',
		gives: '给 为 帮 替 陪 带 送 让 想给 要给 买给 和 领 教 哄',
		backs:
			'退 退款 退钱 退回 能退 怎么退 申请退 追回 要回 返还 怎么办 咋办 咋整 点算 良心 审核 引导 诱导 根本不懂 不懂 才 谁负责 监护',
		underAge:
			'未成年 未成年人 未满18 未满十八 不满18 不满十八 未满14 未满16 小学生 初中生 高中生 小学 初中 才上小学 才上初中 上小学 读小学 念小学 上幼儿园 幼儿园 一年级 二年级 三年级 四年级 五年级 六年级 初一 初二 初三 高一 学前班 小娃 娃儿 细路仔 丫头 侄子 侄女',
		lost: '走丢 走失 丢了 失踪 不见了 找不着了 人找不到 找不到人 被拐 拐走 离家出走 没回家 还没回家 没回来 没到家 没到学校 联系不上 跑丢 走散 没见到人 被带走 人不见 没消息 没音信 失联 电话不接 不接电话 没人接 没有接到 接不到 忘在车上 锁在车 落在车 没下车 被接走 被人接走 被陌生人接',
		vanished: '走丢 走失 被拐 拐走 跑丢 走散 失踪 被抱走',
		himself: '自己 自个 一个人 独自',
		approach: `
			发照片 要照片 要她照片 要他照片 和照片 发裸 裸照 裸体 不穿衣服 脱衣服 脱裤子 私密照 看身体 内衣照 自拍照发 约见面 约我见 约他见 约她见 单独见 见他 见网友 网友见面 出去开房 去开房 开宾馆 加他微信 加她微信 加我女儿 加我儿子 加孩子 私信孩子 私聊孩子 摸我 乱摸 摸她 摸他 摸孩子 动手动脚 摸大腿 搂抱 亲她 亲他 抱她 猥亵 性侵 骚扰 裸聊 视频聊 骗出 骗去 骗走 骗了 哄骗 诱骗 诱导 引诱 别告诉家长 不要告诉家长 别告诉爸妈 不让告诉 威胁 叔叔让我 哥哥让我 陌生人 陌生男 怪叔叔 网友让 语言挑逗 开黄腔 不良信息 色情 黄色 成人内容 黄片 暴力 血腥 霸凌 校园欺凌 欺凌 围殴 殴打 打耳光 扇耳光 打他 打她 打孩子 老师打 打了我 体罚 虐待 虐童 虐 被打 挨打 被骂 被关 关在 小黑屋 锁在 锁门外 不给吃 不让吃 不给饭 罚跪 罚站一 淤青 瘀青 伤痕 掐痕 针眼 扎针 喂药 绑在 捆 扒衣服 拍视频 偷拍 泄露 个人信息 学号身份证 家地址 地址和照片 学校地址 跟踪 尾随 盯着 电子烟 卖烟 卖酒 买到酒 买到烟 喝醉 抽烟 喝酒 酒吧 ktv 陪酒 陪玩 童工 打工 文身 纹身 赌博 网贷 借钱 裸贷 自残 自杀 轻生 不想上学想死 冒充老师 冒充班主任 冒充家长 怀孕 吸 毒 奶茶里下 拉我女儿 拉我儿子`,
		fear: '不敢告诉 不敢跟爸妈 不敢和爸妈 不敢跟家里 爸妈不知道 妈妈不知道 家里不知道 被爸妈发现 被我妈发现 怕被爸妈 怕我妈 怕爸妈 瞒着爸妈 偷了妈妈 偷拿妈妈 偷用妈妈 偷拿家里 偷家里 偷妈妈 偷偷用我妈 用了我妈 用我妈的 用我爸的 用妈妈的 用爸爸的 用奶奶的 用爷爷的 拿妈妈的 拿爸爸的',
		hurtChild:
			'溺水 掉进 掉下 卡住 卡在 夹到 夹住 烫 摔 噎 呛 误食 吞 咬 触电 中毒 过敏了 吐了 发烧了 晕 流血 受伤 抽搐 磕 撞 醉 伤',
		learns:
			'报名 手工课 课程 夏令营 冬令营 绘本 兴趣班 编程班 补课 教材 校服 游戏时间 防走失 手环 怎么给 怎么设置 限制 限制时间 青少年模式 喜欢 想当 长大 特别喜欢 参加 预约 门票 买票 儿童票 免票 身高 疫苗',
	},
	guards: {
		pays: { before: 'gives' },
		lost: { before: 'notTold' },
		approach: { before: 'notTold' },
	},
	signs: [
		'child|underAge|age ..10 secretly ..20 pays ! cheer',
		'child|underAge ..8 pays & backs ! gives ! cheer ! learns',
		'child|underAge|age ..20 pays ..8 amount ! gives ! cheer ! learns',
		'child|underAge|age ..20 amount ..8 pays ! gives ! cheer ! learns',
		'underAge ..12 pays & backs ! learns',
		'pays ..10 underAge & backs ! learns',
		'self ..6 age|underAge & pays & backs|fear',
		'fear & pays|amount|backs',
		'age|underAge|child & approach ! plainAsk ! kindly ! cheer ! info ! learns ! notReal',
		'child|underAge ..10 lost ! cheer ! learns',
		'vanished ..10 child ! cheer ! learns',
		'child ..3 himself ..4 pays & backs ! gives',
		'self ..4 age & approach|fear ! learns',
		'child|age ..10 hurtChild ..14 yours|used|hospital|ateNow ! cheer ! info',
		'yours|used|found ..16 child ..12 hurtChild ! cheer ! info ! learns',
	],
	harmless: `
		走丢的发卡
		孩子不见得 见面会 粉丝见面 见面礼 独自美丽 见面了再 孩子气 宝贝们 宝宝们 各位宝贝 小仙女 摸鱼 抚摸 孩子他妈 青年 买给孩子 救救孩子 关在家里刷 拍视频打卡 孩子们都`,
};
