/*
 * What followers of an account commonly ask for, and the words they use for it. Own work, written from
 * general knowledge of customer service in Chinese; no corpus went into it. A phrase with `*` stands
 * for its parts in this order with a few other characters between them.
 */

/** A common wish and its words. */
export interface Intent {
	id: string;
	/** Words in which the wish is put, separated by spaces. */
	phrases: string;
	/** The wider wish that answers this one where the library has nothing closer. */
	wider?: string;
}

export const INTENTS: readonly Intent[] = [
	{
		id: 'price',
		phrases:
			'价格 价钱 多少钱 价位 售价 单价 报价 定价 原价 价目表 什么价 啥价 几钱 多钱 几多钱 怎么卖 咋卖 怎么收费 如何收费 收费标准 收费吗 费用 贵不贵 贵吗 这么贵 太贵 好贵 多少米 多少一 多少块 几块钱 几块 卖多少 要多少钱 怎么算钱 什么价格 啥价格 价格表 价钱表',
	},
	{
		id: 'discount',
		wider: 'price',
		phrases:
			'优惠 打折 折扣 促销 特价 满减 便宜点 便宜些 便宜一点 便宜吗 能便宜 少点 能少 砍价 有没有活动 有什么活动 最近活动 活动价 优惠活动 搞活动 做活动 打几折 几折 有折 降价 减免 省钱 划算 最低价 折后 优惠价 买一送一 福利',
	},
	{
		id: 'coupon',
		wider: 'discount',
		phrases:
			'优惠券 优惠卷 代金券 抵用券 折扣券 满减券 领券 领卷 券码 红包 新人券 无门槛 用券 用不了券 券*用不了 券*过期 券*领 领*券 券*用 券在哪 优惠码 兑换券 抵扣券 卡券',
	},
	{
		id: 'shipping',
		phrases:
			'物流 快递 发货 发货时间 什么时候发 几时发 多久发 何时发 啥时候发 几天发 发出来 没发货 还没发 不发货 催发货 到哪了 到哪儿了 到哪里了 几天能到 几天到 多久能到 多久到 什么时候到 什么时候能到 啥时候到 啥时候能到 何时到 还没到 没收到 没有收到 收到货 能收到 可以收到 几天*收到 多久*收到 没到货 什么快递 哪家快递 哪个快递 物流信息 查物流 查快递 快递单号 运单号 单号 不更新 物流*不动 快递*不动 包裹 派送 派件 配送时间 顺丰 寄出 寄了 发了没 什么时候寄 到货时间',
	},
	{
		id: 'freight',
		wider: 'shipping',
		phrases: '运费 邮费 包邮 免邮 快递费 配送费 满多少包邮 邮资 要邮费 运费多少 免运费 不包邮',
	},
	{
		id: 'deliveryArea',
		wider: 'shipping',
		phrases:
			'配送范围 送货范围 发货地区 能送 可以送 能送到 可以送到 能寄到 可以寄到 送得到 送不送 送吗 配送到 能寄 可以寄 能发到 发到国外 寄到国外 偏远地区 海外 发新疆 发西藏 港澳台 寄*吗',
	},
	{
		id: 'refund',
		phrases:
			'退款 退货 退钱 退单 退货退款 退换货 退换 七天无理由 7天无理由 怎么退 咋退 如何退 能退 可以退 可不可以退 想退 要退 退掉 退了 退不退 给我退 申请退 退回 退货地址 退款进度 退款*到账 钱*退 没退 不想要了 不要了',
	},
	{
		id: 'exchange',
		wider: 'refund',
		phrases:
			'换货 调换 更换 换一个 换个 能换 可以换 怎么换 如何换 想换 要换 换颜色 换尺码 换大小 发错 寄错 送错',
	},
	{
		id: 'cancelOrder',
		wider: 'refund',
		phrases:
			'取消订单 撤单 取消*单 不想买了 拍错了 下错单 拍错 买错了 点错了 订单*取消 撤销订单 关闭订单',
	},
	{
		id: 'changeOrder',
		phrases:
			'修改订单 改地址 修改地址 地址填错 地址写错 地址错了 地址*错 换地址 换个地址 更改地址 改*收货 改电话 改手机号 地址*改 订单*改',
	},
	{
		id: 'invoice',
		phrases:
			'发票 开票 开发票 专票 普票 增值税 电子发票 抬头 税号 报销 开个票 开张票 开具 开不开票 税票 收据',
	},
	{
		id: 'openingHours',
		phrases:
			'营业时间 营业 几点开门 几点关门 几点开 几点关 几点下班 几点上班 几点打烊 打烊 开门 关门 什么时候开门 什么时候关门 开到几点 到几点 几点结束 几点开始 几点营业 上班时间 下班时间 工作时间 周末开 周日开 周六开 节假日开 还开着 开着吗 开没开 今天开 今天营业 放假 过年开 春节开',
	},
	{
		id: 'address',
		phrases:
			'地址 门店地址 在哪里 在哪儿 在哪 在什么地方 在哪个位置 位置 怎么走 咋走 怎么去 怎么过去 怎么过来 怎么找你们 如何过去 导航 定位 路线 哪里有店 哪里*店 哪有店 哪有门店 附近有店 附近*店 实体店 线下店 门店 分店 店铺地址 几号线 地铁站 哪个地铁 什么路 哪条路 开在哪 店在哪 店*在哪',
	},
	{
		id: 'afterSales',
		wider: 'refund',
		phrases:
			'售后 质量问题 有问题 坏了 坏的 破了 碎了 破损 漏了 洒了 裂了 少发 漏发 少了 缺件 少件 发霉 变质 过期了 异物 有虫 瑕疵 次品 损坏 压坏 收到*破 收到*坏 收到*裂 收到*碎 不能用 用不了 质保 保修 维修 赔 假货 异味',
	},
	{
		id: 'complaint',
		wider: 'afterSales',
		phrases: '投诉 举报 差评 消费者协会 12315 态度差 态度不好 服务差 太差了 骗人 坑人',
	},
	{
		id: 'checkIn',
		phrases: '签到 打卡 每日签到 签到送 补签 连续签到 怎么签 签到积分 签不了',
	},
	{
		id: 'points',
		phrases:
			'积分 查积分 积分查询 积分兑换 积分怎么 多少积分 多少分 积分有什么用 积分过期 积分商城 兑换礼品 兑礼品 换礼品 积分换 攒积分 分数',
	},
	{
		id: 'membership',
		phrases:
			'会员 会员卡 办会员 开会员 加入会员 成为会员 注册会员 会员等级 会员权益 会员价 vip 入会 办卡 办张卡 会员日 会员*好处 会员*用',
	},
	{
		id: 'storedValue',
		phrases: '储值 充值 充钱 储值卡 充卡 余额 查余额 充多少送 充值卡 礼品卡 购物卡 卡里*钱',
	},
	{
		id: 'joinGroup',
		phrases:
			'进群 加群 入群 粉丝群 福利群 微信群 群二维码 拉我进群 拉进群 拉群 拉我 交流群 社群 会员群 有群吗 有没有群 群*加 加*群 进*群 入*群 群聊',
	},
	{
		id: 'cooperation',
		phrases:
			'合作 商务合作 合作方式 谈合作 怎么合作 品牌合作 媒体合作 广告合作 异业合作 推广合作 对接 商务 投放 达人合作 联名 供货 供应商',
	},
	{
		id: 'wholesale',
		wider: 'cooperation',
		phrases:
			'批发 团购 大量采购 大批量 企业采购 公司采购 采购 拿货 进货 批发价 团购价 企业定制 定制 量大 公司福利 员工福利 大单',
	},
	{
		id: 'franchise',
		wider: 'cooperation',
		phrases:
			'加盟 加盟费 代理 代理商 招商 经销商 想开店 开店条件 开店费用 怎么加盟 开分店 开一家 代销 一件代发',
	},
	{
		id: 'careers',
		phrases:
			'招聘 应聘 找工作 招人 招不招人 求职 简历 投简历 面试 招工 兼职 岗位 职位 实习 上班*招 店员 工资待遇 入职 招*店员 招*员工 招*兼职',
	},
	{
		id: 'payment',
		phrases:
			'支付方式 付款方式 怎么付款 怎么付 怎么支付 付款 支付 支付失败 付不了 付不了款 货到付款 分期 花呗 信用卡 支付宝 微信支付 扣款 数字人民币 刷卡 现金 付*失败',
	},
	{
		id: 'order',
		phrases:
			'下单 怎么买 怎么购买 怎么下单 在哪买 哪里买 哪里能买 哪里可以买 哪有卖 哪里有卖 购买 如何购买 如何下单 购买链接 链接 怎么订 咋买 咋下单 网店 商城 线上商城 小程序商城 淘宝店 网购 想买 入手',
	},
	{
		id: 'orderStatus',
		wider: 'shipping',
		phrases: '查订单 订单查询 我的订单 订单状态 订单号 订单*在哪 订单*查 看*订单',
	},
	{
		id: 'reservation',
		phrases:
			'预约 预订 订位 订座 预定 约时间 提前订 包间 包厢 留位 留个位 定位子 订*位 订*包间 约*时间 取消预约 改预约',
	},
	{
		id: 'takeout',
		wider: 'order',
		phrases: '外卖 点外卖 美团 饿了么 送餐 能送外卖 叫外卖 外送',
	},
	{
		id: 'queue',
		phrases: '排队 取号 叫号 排号 等位 要等多久 排多久 人多吗 人多不多',
	},
	{
		id: 'parking',
		wider: 'address',
		phrases: '停车 停车场 停车位 停车费 好停车 车停 停*车 免费停',
	},
	{
		id: 'wifi',
		phrases: 'wifi wi-fi 无线网 无线密码 网络密码 wifi密码 上网',
	},
	{
		id: 'stock',
		phrases:
			'有货 有没有货 还有吗 有现货 现货 没货 缺货 断货 补货 售罄 库存 什么时候有货 卖完 抢光 下架 上架 还卖吗 还有卖 有卖吗 到货',
	},
	{
		id: 'shelfLife',
		phrases:
			'保质期 保质 保存期 赏味期 能放多久 能放几 可以放多久 放多久 能存多久 存多久 过期 生产日期 有效期 会不会坏 放*坏',
	},
	{
		id: 'storage',
		wider: 'shelfLife',
		phrases:
			'怎么保存 如何保存 保存方法 怎么存放 怎么储存 储存 存放 放冰箱 要冷藏 冷藏吗 密封 保存',
	},
	{
		id: 'usage',
		phrases:
			'使用方法 怎么用 怎么使用 如何使用 用法 教程 说明书 使用说明 怎么操作 怎么弄 怎么泡 怎么冲 怎么喝 怎么吃 冲泡',
	},
	{
		id: 'ingredients',
		phrases:
			'配料 成分 配料表 原料 添加剂 含糖 无糖 含咖啡因 咖啡因 热量 卡路里 过敏 过敏原 孕妇 哺乳期 防腐剂 香精 农残',
	},
	{
		id: 'spec',
		phrases:
			'规格 多大 多重 几克 多少克 净含量 尺寸 尺码 大小 重量 容量 多少毫升 几斤 一盒多少 一包多少',
	},
	{
		id: 'authenticity',
		phrases:
			'正品 真货 真品 真假 假的 是不是真的 真的吗 防伪 防伪码 验真 官方正品 辨别 靠谱吗 授权 官方店 官方旗舰店',
	},
	{
		id: 'newArrivals',
		phrases: '新品 上新 新款 最新款 有什么新 新出 新上 新口味 新产品 刚出',
	},
	{
		id: 'recommend',
		phrases:
			'推荐 招牌 爆款 热销 什么好 什么好喝 什么好吃 喝什么 买什么 挑什么 哪款好 哪个好 哪种好 买哪个 选哪个 有什么推荐 必点 销量最高 卖得最好 主打 适合*买 选*款',
	},
	{
		id: 'gift',
		phrases: '礼盒 礼品 送礼 送人 送长辈 送朋友 送领导 送客户 礼物 包装盒 礼袋 贺卡 伴手礼',
	},
	{
		id: 'lottery',
		phrases: '抽奖 中奖 抽*奖 中*奖 大转盘 开奖 奖品 领奖 兑奖 中奖名单 抽中',
	},
	{
		id: 'event',
		phrases: '活动 报名 参加活动 活动规则 活动时间 怎么参加 怎么报名 参与方式 活动*参加 截止',
	},
	{
		id: 'quiz',
		phrases: '答题 问答 闯关 竞猜 答题*奖',
	},
	{
		id: 'submission',
		phrases: '投稿 征稿 征集 晒单 晒图 稿费 投*稿',
	},
	{
		id: 'birthday',
		wider: 'membership',
		phrases: '生日 生日礼 生日券 生日福利 过生日 寿星',
	},
	{
		id: 'account',
		phrases:
			'绑定 绑定手机 换绑 解绑 换手机号 登录不了 登不上 登不进 登陆不了 忘记密码 改密码 验证码 注册 注销 账号 账户 注销账号',
	},
	{
		id: 'contact',
		phrases:
			'电话 联系电话 联系方式 联系你们 手机号多少 电话号码 热线 客服电话 客服热线 客服号码 客服微信 怎么联系 邮箱 微信号',
	},
	{
		id: 'about',
		phrases:
			'品牌故事 关于我们 公司介绍 你们是谁 什么牌子 哪里的品牌 品牌介绍 创始人 哪年成立 成立*年',
	},
];

/** How followers ask for a human being. */
export const PERSON_PHRASES =
	'人工 转人工 人工客服 人工服务 真人 真人客服 活人 客服 找客服 转客服 在线客服 联系客服 客服在吗 客服人员 找人工 要人工 接人工 人工台 有人吗 有人在吗 有没有人 找个人 换个人 真人*聊 找*经理 找*负责人 找*老板 别*机器人 不要机器人 不想*机器人 不跟机器人 客服小姐姐 客服小哥';

/** Longer words in which those of `PERSON_PHRASES` mean something else. */
export const NOT_PERSON_PHRASES =
	'人工智能 人工费 人工湖 人工成本 人工呼吸 人工合成 人工色素 人工香精 人工添加 人工降雨 人工草坪 人工采 人工种植 人工炒 人工制作 纯人工 手工人工 不要人工 不用人工 不找人工 别转人工 不用客服 不找客服';
