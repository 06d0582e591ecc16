import fc from 'fast-check';
import { resolveTargets } from '../../../nodes/WeChatOfficialAccountTrigger/targets';

const BASE = 'https://n8n.example.com/flows/webhook/';
const OWN = `${BASE}hub/wechat`;
const resolve = (...to: string[]) =>
	resolveTargets(
		to.map((text) => ({ to: text })),
		OWN,
		BASE,
	);

describe('targets of Forward To', () => {
	it.each([
		['a1/wechat', `${BASE}a1/wechat`],
		['/a1/wechat ', `${BASE}a1/wechat`],
		['https://other.example.com/webhook/b/wechat', 'https://other.example.com/webhook/b/wechat'],
		['http://10.0.0.5:5678/webhook/b/wechat', 'http://10.0.0.5:5678/webhook/b/wechat'],
	])('leads %j to %s', (to, url) => {
		expect(resolve(to)).toMatchObject({ targets: [{ label: url, url }], problems: [] });
	});

	it.each(['ftp://a/b', 'file:///etc/passwd', 'javascript:alert(1)', 'a b', 'a?b=c', 'http://'])(
		'refuses %j',
		(to) => {
			expect(resolve(to)).toMatchObject({ targets: [], problems: [expect.any(String)] });
		},
	);

	it('never leads to itself, however it is written', () => {
		for (const to of ['hub/wechat', '/hub/wechat', OWN, `${OWN}?again=1`]) {
			expect(resolve(to)).toEqual({
				targets: [],
				problems: ['A trigger cannot forward to itself'],
			});
		}
	});

	it('adds up what a trigger that is named twice is told of, and finds patterns that cannot work', () => {
		const rows = [
			{ to: 'a/wechat', kinds: ['image'] },
			{ to: 'a/wechat', kinds: ['text'], text: '^签到$' },
			{ to: 'b/wechat', name: 'B', text: '(' },
		];
		const { targets, problems } = resolveTargets(rows, OWN, BASE);
		expect(targets).toHaveLength(1);
		expect(targets[0]?.wants.map(({ kinds }) => kinds)).toEqual([['image'], ['text']]);
		expect(problems).toEqual([expect.stringContaining('"B"')]);
	});

	it('leaves blank rows out, and a trigger that is named twice', () => {
		expect(resolve('', '  ', 'a/wechat', '/a/wechat').targets).toHaveLength(1);
		expect(
			resolveTargets([{}, { to: 'a/wechat', name: ' Quiz ' }], OWN, BASE).targets,
		).toMatchObject([{ label: 'Quiz', url: `${BASE}a/wechat` }]);
	});

	it('keeps passwords and queries of a URL out of the label', () => {
		const { targets } = resolve('https://me:secret@example.com/webhook/b/wechat?key=secret');
		expect(targets[0]?.label).toBe('https://example.com/webhook/b/wechat');
	});

	it('gives an http(s) address or a problem for whatever is typed, and never throws', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (to) => {
				const { targets, problems } = resolve(to);
				expect(targets.length + problems.length).toBe(to.trim() === '' ? 0 : 1);
				for (const { url } of targets) expect(url).toMatch(/^https?:\/\/./);
			}),
		);
	});
});
