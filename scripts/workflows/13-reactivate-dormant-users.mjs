import { Canvas } from './lib/canvas.mjs';
import { dailyAt, everyMinutes, ifAll, isTrue, manualTrigger, weeklyAt } from './lib/nodes.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { choosing, keeping } from './reactivation/choose.mjs';
import { CAMPAIGNS, TRIGGERS } from './reactivation/common.mjs';
import { measuring } from './reactivation/measure.mjs';
import { redeem } from './reactivation/redeem.mjs';
import { sending } from './reactivation/send.mjs';
import { tidyUp } from './reactivation/tidyUp.mjs';
import { wishes } from './reactivation/wishes.mjs';

/** Settings and campaigns; by which trigger it started decides whether to write or to measure. */
function starting(w, store) {
	const section = w.section('## 1. 开始\n读设置和活动；周一十一点只看效果，其余时间发消息。', {
		line: 0,
	});
	const settings = section.put(SETTINGS, store.get('wechat_settings'), 1, 0);
	[
		[TRIGGERS.daily, dailyAt(10)],
		[TRIGGERS.byHand, manualTrigger()],
		[TRIGGERS.sweep, everyMinutes(5)],
		[TRIGGERS.weekly, weeklyAt(1, 11)],
	].forEach(([name, node], row) => w.link(section.put(name, node, 0, row), settings));
	const campaigns = section.put(CAMPAIGNS, store.get('wechat_campaigns'), 1, 1);
	const isMeasuring = section.put(
		'Is it time to measure?',
		ifAll(isTrue(`$('${TRIGGERS.weekly}').isExecuted`)),
		1,
		2,
		{ executeOnce: true },
	);
	w.chain(settings, campaigns, isMeasuring);
	return isMeasuring;
}

export default (store) => {
	const w = new Canvas({
		name: '13 Reactivate dormant users',
		overview: `### How it works
每天十点，从 12 号流程分出的沉默、流失用户里选人，只用微信允许的通道联系：
- 48 小时内来过消息的：客服消息；
- 同意过订阅通知的：发通知，用掉一次同意；
- 配了服务提醒模板的：模板消息，只写服务内容，不得营销；
- 其余只能群发，提议给员工决定，不自动发。

拒收的不发；一成留作对照；每人一周最多一条；22 点到 8 点不发。流失用户带一张唯一的优惠券。先占住再发，发完记账；n8n 中途停机，重启后十五分钟内接着发，不重发，说不清是否送达的那一条告诉员工。满七天比较两组回来的人数，人少就如实说不显著。

### Setup
1. 先运行 00 和 12，选择凭证。
2. 改 wechat_campaigns 的文字；把商城的券码放进 wechat_coupons。
3. 有订阅通知或服务提醒模板的（需已认证的服务号），把模板 ID 填进活动，并在 Send notice、Send reminder 和 Send reminder again 里核对字段名。
4. 换一期活动：加一行，停用旧的；效果看完再停。
5. 店员核销优惠券：定一个口令填进设置 couponKey，打开 When the counter takes a coupon 的表单网址。
6. 手动运行一次看结果，再发布。`,
	});
	const isMeasuring = starting(w, store);
	const go = tidyUp(w, store, isMeasuring);
	const chosen = choosing(w, store, go);
	keeping(w, store, chosen);
	sending(w, store, chosen);
	measuring(w, store, isMeasuring);
	wishes(w, store);
	redeem(w, store);
	return w;
};
