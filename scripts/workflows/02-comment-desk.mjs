import { Canvas } from './lib/canvas.mjs';
import { dailyAt, everyMinutes } from './lib/nodes.mjs';
import { clock, CLOCK } from './lib/service.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { answers } from './comments/answers.mjs';
import { articlesThatGoOut, olderArticles } from './comments/articles.mjs';
import { newCase, recognition } from './comments/cases.mjs';
import { BATCH, LIBRARY, MINUTE, POLICIES, STATISTICS } from './comments/common.mjs';
import { decision } from './comments/decision.mjs';
import { election } from './comments/election.mjs';
import { judgement } from './comments/judgement.mjs';
import { notices } from './comments/notices.mjs';
import { scan } from './comments/scan.mjs';
import { withdrawn } from './comments/withdrawn.mjs';

export default (store) => {
	const w = new Canvas({
		name: '02 Comment desk',
		overview: `### How it works
文章一发出就开始盯留言：群发或发布完成的事件带来文章链接，统计接口补上更早的文章，之后 7 天内每分钟看一次。

新留言先判断情绪、意图和紧急程度，再按负面、VIP、咨询、其他分级，算出截止时间：
- 好评：轮流用不同的话感谢，优质长评每天自动精选几条；
- 常见问题：用 04 的关键词库回答，并追问一句；
- 负面、拿不准、库里没有的：不自动回复，连同截止时间和链接发到客服群，由人在公众号后台回复；
- 夜间的普通留言：次日 09:30 统一回复。

人工在后台的回复，下一次扫描就能认出来。每条回复先占位再发送；n8n 中途停机，恢复后接着做，不会重复回复。

### Setup
1. 先运行 00，发布 01。
2. 账号需已认证并有留言功能；选择凭证并发布。
3. 在 wechat_settings 修改感谢语、追问、上班时间和群机器人地址。
4. 在 wechat_contacts 把重要用户的 tier 改为 vip。`,
		settings: { saveDataSuccessExecution: 'none' },
	});

	articlesThatGoOut(w, store);
	const from = beginning(w, store);
	olderArticles(w, store, from);
	const { isNew, isAnswered, ...read } = scan(w, store, from);
	const decided = decision(w, judgement(w, store, isNew));
	newCase(w, store, decided);
	recognition(w, store, isAnswered);
	answers(w, store, from);
	election(w, store, from);
	notices(w, store, from);
	withdrawn(w, store, read);
	return w;
};

function beginning(w, store) {
	const s = w.section('## 2. 开始\n每分钟一次；早上的两次各多做一步。', { line: 1 });
	const settings = s.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const policies = s.put(POLICIES, store.get('wechat_sla_policies'), 2, 1);
	const library = s.put(LIBRARY, store.get('wechat_keywords'), 3, 1);
	const time = s.put(CLOCK, { ...clock(), executeOnce: true }, 4, 1);
	w.link(s.put(MINUTE, everyMinutes(1), 0, 0), settings);
	w.link(s.put(STATISTICS, dailyAt(8, 40), 0, 1), settings);
	w.link(s.put(BATCH, dailyAt(9, 30), 0, 2), settings);
	w.chain(settings, policies, library, time);
	return time;
}
