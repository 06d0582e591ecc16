import { Canvas } from './lib/canvas.mjs';
import { coreNode, dailyAt, hasRun, switchBy, wechatTrigger } from './lib/nodes.mjs';
import { COMMANDS, textTrigger } from './lib/routing.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { takeTexts } from './submissions/intake.mjs';
import { addPicture } from './submissions/picture.mjs';
import { review, sweep } from './submissions/review.mjs';
import { settle } from './submissions/settle.mjs';
import { DAILY, FORM_PATH, PICTURE, REVIEW, RUBRIC, TEXT } from './submissions/shared.mjs';

export default (store) => {
	const w = new Canvas({
		name: '09 Submissions',
		overview: `### How it works
粉丝在聊天里投稿，人来评审，入选有积分，并备好一篇图文草稿。
- 投稿：回复“投稿：”加文字，每人每天一篇；10 分钟内可再发一张配图。
- 检查：违规内容当场退回，有轻生迹象的立刻转给员工，联系方式提醒评审。
- 评审：员工群收到链接，打开表单，按${RUBRIC.join('、')}各 10 分打分，决定是否入选。
- 入选：记积分，备好草稿，发表由人决定；作者 48 小时内来过就用客服消息通知，否则回复“投稿查询”看到。
- 每天提醒没有评审的投稿，接着办完中断的。

不以点赞、转发或拉票评选，符合微信的规则。投稿前公布评分标准。

### Setup
1. 先运行 00 号流程，选择凭证，发布。
2. wechat_settings 表：员工群机器人、submissionPoints、submissionCoverMediaId（没有配图时的封面）。
3. 评审链接人人可以打开。要限制，在 When a reviewer opens the form 里打开 Basic Auth。
4. 客服消息和素材以外的功能，任何类型的公众号都能用；草稿不需要认证。`,
	});

	const begin = w.section('## 1. 开始\n文字、图片、评审表单、每天检查。', { line: 0 });
	const text = begin.put(TEXT, wechatTrigger(textTrigger(COMMANDS.submission)), 0, 0);
	const picture = begin.put(PICTURE, wechatTrigger({ triggerOn: ['image'], options: {} }), 0, 1);
	const form = begin.put(
		REVIEW,
		{
			...coreNode('formTrigger', 2.5, {
				formTitle: '评审投稿',
				formDescription: `评分标准：${RUBRIC.join('、')}，各 0—10 分。`,
				formFields: {
					values: [
						{
							fieldLabel: '您的姓名',
							fieldName: 'judge',
							fieldType: 'text',
							requiredField: true,
						},
						{ fieldType: 'hiddenField', fieldName: 'code', fieldValue: '' },
					],
				},
				options: { path: FORM_PATH, buttonLabel: '查看投稿', appendAttribution: false },
			}),
			webhook: true,
		},
		0,
		2,
	);
	const daily = begin.put(DAILY, dailyAt(10), 0, 3);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const task = begin.put(
		'What is to be done?',
		switchBy(
			{ Text: hasRun(TEXT), Picture: hasRun(PICTURE), Review: hasRun(REVIEW) },
			{ fallback: 'Check' },
		),
		2,
		1,
		{ executeOnce: true },
	);
	for (const trigger of [text, picture, form, daily]) w.link(trigger, settings);
	w.link(settings, task);

	const on = (output) => ({ node: task, output });
	takeTexts(w, store, on(0));
	addPicture(w, store, on(1));
	const reviewed = review(w, store, on(2));
	settle(w, store, [reviewed, sweep(w, store, on(3))]);
	return w;
};
