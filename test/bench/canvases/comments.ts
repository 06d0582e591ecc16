import { addComment } from '../../simulator/control';
import type { Platform } from '../../simulator/platform';
import { ARTICLE, broadcastArticle } from '../../e2e/lib/article';
import { flow } from '../../e2e/lib/flow';
import type { Contest } from './sides';

const COMMENTS = 50;
const ROUNDS = 3;
const TEXTS = ['写得真好，学到了', '支持', '请问运费多少', '太喜欢了，会一直支持', '几点开门'];

function write(platform: Platform, round: number): void {
	for (let number = 0; number < COMMENTS; number++) {
		addComment(platform, {
			msgDataId: ARTICLE,
			openId: `oReader${round}_${number}`,
			content: TEXTS[number % TEXTS.length] ?? '',
			ageSeconds: 0,
		});
	}
}

const answered = ({ state }: Platform): number =>
	state.articles.flatMap(({ comments }) => comments).filter(({ reply }) => reply).length;

/** Fifty comments that nobody has seen: found, judged, written down, and answered where a machine may. */
export const comments: Contest = async (old, fresh) => {
	await old.install('01', '02');
	const { app } = old;
	await app.push(broadcastArticle(app.simulator.platform));
	await app.settled();

	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const { platform } = fresh.simulator;
	const event = broadcastArticle(platform);
	const watch = await fresh.add({
		...flow('Watch', [
			start,
			{ name: 'Watch', type: 'weChatComments', parameters: { operation: 'watchArticle' } },
		]),
		pinData: { Start: [{ json: event }] },
	});
	await fresh.run(watch, 'Start');
	const desk = flow('Desk', [
		start,
		{ name: 'New', type: 'weChatComments', parameters: { operation: 'getNew' } },
		{ name: 'Insight', type: 'weChatTextInsight', parameters: { operation: 'analyze' } },
		{
			name: 'Reply',
			type: 'weChatComments',
			parameters: { operation: 'reply', text: '感谢您的留言！' },
		},
	]);
	const insight = { node: 'Reply', type: 'main', index: 0 };
	// What is said well or plainly is answered; what is said badly, or unsurely, is for a person.
	(desk.connections as Record<string, unknown>).Insight = { main: [[insight], [insight]] };
	const id = await fresh.add(desk);

	const times = { old: [] as number[], fresh: [] as number[] };
	for (let round = 0; round < ROUNDS; round++) {
		write(app.simulator.platform, round);
		await app.advance(60_000);
		const { id: execution } = await app.run('02', undefined, 300_000);
		times.old.push(await app.n8n.durationOf(execution));
		write(platform, round);
		platform.state.clock.advance(60_000);
		times.fresh.push(await fresh.run(id, 'Start'));
	}
	const note = `answered ${answered(platform)} and ${answered(app.simulator.platform)} of ${ROUNDS * COMMENTS}`;
	return { ...times, note };
};
