import { Canvas } from './lib/canvas.mjs';
import { coreNode, hasRun, ifAll, manualTrigger, monthlyAt } from './lib/nodes.mjs';
import { apply } from './renewal/apply.mjs';
import { decide } from './renewal/decide.mjs';
import { REVIEW, FORM_PATH } from './renewal/names.mjs';
import { propose } from './renewal/propose.mjs';
import { tryAgain } from './renewal/tryAgain.mjs';
import { SETTINGS } from './lib/settings.mjs';

const MONTHLY = 'On the 1st of the month at 9:00';
const BY_HAND = 'Renew by hand';

export default (store) => {
	const w = new Canvas({
		name: '05 Monthly keyword renewal',
		overview: `### How it works
关键词库每月更新一次，人来决定，机器做整理。
- 每月 1 日 9:00：把上月没答上的问题按意思归类，问过 3 次以上的提议为新关键词；粉丝从候选里点过的，提议补进那个关键词的问法；检查整个库，找出没人用的、过期的、互相矛盾的。
- 员工群收到数量、覆盖率和表单链接。
- 打开表单：给新关键词写回复，选新增、并入或不要；勾选要补充的问法和要停用的关键词。没决定的留到下次，“不要”的不再提议。
- 提交后立即写入 wechat_keywords 表，用上月的消息检验，报告覆盖率从多少变到多少。

### Setup
1. 先运行 00 号流程，04 号流程用上一段时间。
2. 在 wechat_settings 表里填员工群机器人的地址，发布本流程。
3. 想马上看看，运行 Renew by hand。
4. 表单链接人人可以打开。要限制，在 When staff open the form 里打开 Basic Auth。`,
	});

	const begin = w.section('## 1. 开始\n每月提议，或打开表单审核。', { line: 0 });
	const monthly = begin.put(MONTHLY, monthlyAt(1, 9), 0, 0);
	const byHand = begin.put(BY_HAND, manualTrigger(), 0, 1);
	const form = begin.put(
		REVIEW,
		{
			...coreNode('formTrigger', 2.5, {
				formTitle: '关键词月度更新',
				formDescription: '把粉丝常问、还答不上的问题变成关键词。',
				formFields: {
					values: [
						{
							fieldLabel: '您的姓名',
							fieldName: 'reviewer',
							fieldType: 'text',
							requiredField: true,
						},
					],
				},
				options: { path: FORM_PATH, buttonLabel: '开始', appendAttribution: false },
			}),
			webhook: true,
		},
		0,
		2,
	);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const isForm = begin.put('Is it the form?', ifAll(hasRun(REVIEW)), 2, 1, { executeOnce: true });
	for (const trigger of [monthly, byHand, form]) w.link(trigger, settings);
	w.link(settings, isForm);

	propose(w, store, { node: isForm, output: 1 });
	const each = decide(w, store, { node: isForm, output: 0 });
	apply(w, store, each);
	tryAgain(w, store, each);
	return w;
};
