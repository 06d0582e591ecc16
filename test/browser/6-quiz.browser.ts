import { openStage, type Stage } from '../e2e/lib/canvas';
import { bankOf, Contestant } from '../e2e/lib/contestant';
import { useAccount } from './harness/account';
import { Phone } from './harness/phone';
import { useScreen } from './harness/screen';

const HOUR_MS = 3_600_000;
const from = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('a quiz', () => {
	const screen = useScreen('quiz');
	useAccount(screen);
	const { scene, shoot } = screen;
	let stage: (Stage & { close(): Promise<void> }) | undefined;
	afterAll(async () => await stage?.close());

	scene(
		'is played on the phone to the prize',
		async () => {
			const { n8n, page } = screen;
			stage = await openStage('06', 'zh', { client: n8n });
			// Who writes first makes the tables.
			await stage.say('oEarly', '答题');
			await stage.settled();
			await stage.write('plans', {
				key: 'weekly-quiz',
				organiser: '示例小店',
				rules: '',
				startsAt: from(-1),
				endsAt: from(24),
				repeats: '',
			});
			await stage.run('hand');
			const phone = new Phone(page, stage.simulator.url);
			await phone.open();
			await phone.follow('小红');
			// Knows the answers; what is read and written goes through the phone.
			const player = new Contestant(stage, '', await bankOf(stage));
			let read = await phone.say('答题');
			while (player.questionIn(read) !== undefined) {
				await shoot('a question');
				read = await phone.say(player.answerTo(read, true));
			}
			expect(read).toMatch(/答对 3\/3 题[^]*兑换码/);
			await shoot('the prize');
			await stage.settled();
		},
		180_000,
	);
});
