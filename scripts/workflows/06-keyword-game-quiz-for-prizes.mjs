import { Canvas } from './lib/canvas.mjs';
import { openWithTickets } from './lib/opening.mjs';
import { answer } from './quiz/answer.mjs';
import { claimPrize, play, read } from './quiz/play.mjs';
import { receive } from './quiz/receive.mjs';
import { pause, tellScore } from './quiz/score.mjs';

export default (store) => {
	const w = new Canvas({
		name: '06 Keyword game: quiz for prizes',
		overview: `### How it works
用户回复“答题”，在对话里一题一题地答（A、B、C、D）；中途可“退出答题”，再回复“答题”从断点继续。每人题目和选项的顺序不同，每人一次。答完给出得分和奖品，“我的成绩”看名次与排行榜。

奖励分三档：完成得参与奖，分数高得进阶奖、大奖。每份奖品是一张奖券，谁先占到归谁，不会超发；一档发完顺延到下一档。得分也计入积分。

重复推送只算一次。n8n 中途被关掉，重启后一分钟内补答没答的消息，不会答两遍。

### Setup
1. 运行 00 号流程，在 wechat_quiz_questions、wechat_prizes、wechat_activities 中改题目、奖品和规则。
2. 选择凭证，点 Open the quiz by hand：检查规则、切好奖券、开放答题，期限由 rules 的 days 决定。
3. 发布。新一期：在 wechat_activities 加一行新的 key，再运行一次。`,
	});
	const { item, each, isOpening } = receive(w, store);
	const { current, questions, rows, wish, none } = read(w, store);
	w.link(item, current);
	const { handle, isOver, next } = play(w, store, { questions, rows });
	w.link(wish, handle, { output: 3 });
	const result = claimPrize(w, store, { isOver, handle });
	const score = tellScore(w, store, wish);
	const pauses = pause(w, store, wish);
	answer(w, store, [none, next, result, score, ...pauses], each);
	openWithTickets(w, store, { kind: 'quiz', from: isOpening, output: 0, line: 5 });
	return w;
};
