import type { Stage } from '../lib/play';
import { Account } from '../lib/account';
import { APPOINTMENTS } from './appointments';
import { startAssistant } from './assistant';
import { figuresOf, linesOf } from './figures';
import { Month } from './month';
import { reportOf } from './report';

/** With the Monday morning after it, on which segments and the campaign are looked at again. */
export const WEEK = { followers: 60, days: 7.5, seed: 20261228, without: ['04'] };

/** Plays a week of the account with all workflows installed, and tells what came of it. */
export async function playWeek({ n8n, simulator, moveClock, say, tell }: Stage): Promise<void> {
	say('Setting up all workflows of the account …');
	const app = await Account.open({ n8n, simulator, moveClock, without: WEEK.without });
	const { model, credentials } = await startAssistant(n8n);
	await app.install(credentials);
	const onDay = (day: number, date: string) => say(`Day ${day + 1}: ${date}`);
	const month = new Month(app, { ...WEEK, appointments: APPOINTMENTS, onDay });
	await month.prepare();
	await month.play();
	await app.settled();
	const report = await reportOf(app, month);
	say("The account's week:");
	for (const line of linesOf(figuresOf(report))) say(`  ${line}`);
	const unheard = month.conversation.spoken.filter(({ read }) => read.length === 0);
	const failures = await app.failures();
	tell({
		what: `Everybody who wrote was answered (${month.conversation.spoken.length} messages)`,
		detail: unheard.map(({ text }) => text).join(', '),
		isDone: unheard.length === 0,
	});
	tell({
		what: 'Four of five questions were answered without a person',
		detail: `${Math.round(report.coverage * 100)} %`,
		isDone: report.coverage >= 0.8,
	});
	tell({ what: 'No run failed', detail: failures.join('; '), isDone: failures.length === 0 });
	await model.close();
}
