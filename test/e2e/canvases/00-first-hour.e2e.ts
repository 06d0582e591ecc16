import { onCanvas, until } from '../lib/canvas';
import { bankOf, Contestant } from '../lib/contestant';

const LIMIT = 120_000;

/** What docs/start.md promises to whoever follows it. */
onCanvas('00', (stage) => {
	it(
		'answers a question that it was not taught, and has a word for what it does not know',
		async () => {
			const guest = new Contestant(stage(), 'oGuest', new Map());
			expect(await guest.say('你们几点关门？')).toContain('营业时间');
			expect(await guest.say('量子力学怎么入门')).not.toBe('');
		},
		LIMIT,
	);

	it(
		'plays a quiz to its end, and answers other questions in between',
		async () => {
			const player = new Contestant(stage(), 'oPlayer', await bankOf(stage()));
			expect(await player.play()).toContain('答对 3/3 题');
			expect(await player.say('营业时间')).toContain('营业时间');
		},
		LIMIT,
	);

	it(
		'answers from a row with nothing but a keyword and a reply, seconds after it was written',
		async () => {
			await stage().insert('keywords', [{ keyword: '停车', reply: '门口有二十个车位' }]);
			const driver = new Contestant(stage(), 'oDriver', new Map());
			await until('the new row is known', async () => {
				const answer = await driver.say('有地方停车吗');
				return answer.includes('门口有二十个车位') ? answer : undefined;
			});
			expect(await stage().settled()).not.toContain('error');
		},
		LIMIT,
	);
});
