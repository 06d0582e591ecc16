import fc from 'fast-check';
import { buildMultipart } from '../../../nodes/shared/transport/multipart';
import { collectPages } from '../../../nodes/shared/transport/paging';
import { redact } from '../../../nodes/shared/transport/redact';
import { nextDelay } from '../../../nodes/shared/transport/retryPolicy';
import { jsonInteger, parseJson, writeJson } from '../../../nodes/shared/json';

describe('redact', () => {
	const secret = fc.stringMatching(/^[A-Za-z0-9_-]{8,80}$/);
	const name = fc.constantFrom(
		'access_token',
		'secret',
		'appsecret',
		'refresh_token',
		'ACCESS_TOKEN',
	);

	it('hides every secret in URLs, forms and JSON, and leaves the rest', () => {
		fc.assert(
			fc.property(secret, name, fc.constantFrom('x', '12', 'abc'), (value, key, other) => {
				const url = redact(`https://a.b/c?x=${other}&${key}=${value}&y=${other}`);
				expect(url).not.toContain(value);
				expect(url).toContain(`&y=${other}`);
				const json = JSON.stringify({ [key]: value, other });
				expect(redact(json)).not.toContain(value);
				expect(redact(JSON.stringify(json))).not.toContain(value);
				expect(redact(`${other} ${value} ${other}`, value)).not.toContain(value);
			}),
		);
	});

	it('leaves ordinary text alone', () => {
		const text = 'The secret of success: keys, tokens = work';
		expect(redact(text)).toBe(text);
	});
});

describe('nextDelay', () => {
	it('never repeats a write whose outcome is unknown', () => {
		for (let attempt = 1; attempt < 6; attempt++) {
			expect(nextDelay({ kind: 'network', safe: false, sent: true }, attempt)).toBeUndefined();
		}
	});

	it('repeats reads and what never left, twice', () => {
		for (const failure of [
			{ kind: 'network', safe: true, sent: true },
			{ kind: 'network', safe: false, sent: false },
		] as const) {
			expect([1, 2, 3].map((attempt) => nextDelay(failure, attempt))).toEqual([
				300,
				800,
				undefined,
			]);
		}
	});

	it('waits longer and longer for a busy platform, and a minute for its minute limit', () => {
		const delays = (reaction: 'retryBusy' | 'retryMinute' | 'none' | 'refreshToken') =>
			[1, 2, 3, 4].map((attempt) => nextDelay({ kind: 'errcode', reaction }, attempt));
		expect(delays('retryBusy')).toEqual([1_000, 2_000, 4_000, undefined]);
		expect(delays('retryMinute')).toEqual([60_000, undefined, undefined, undefined]);
		expect(delays('none')).toEqual([undefined, undefined, undefined, undefined]);
	});
});

describe('collectPages', () => {
	const pagesOf = (total: number, size: number) => async (cursor: number | undefined) => {
		const from = cursor ?? 0;
		const entries = [...Array(Math.max(0, Math.min(size, total - from))).keys()].map(
			(i) => from + i,
		);
		const next = from + entries.length;
		return { entries, next: next < total ? next : undefined };
	};

	it('gives every entry once, in order, up to the limit', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(200),
				fc.integer({ min: 1, max: 50 }),
				fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
				async (total, size, limit) => {
					const collected = await collectPages(pagesOf(total, size), limit);
					expect(collected).toEqual([...Array(Math.min(total, limit ?? total)).keys()]);
				},
			),
		);
	});

	it('ends when the platform hands out a cursor twice', async () => {
		const collected = await collectPages<string, string>(async () => ({
			entries: ['a'],
			next: 'same',
		}));
		expect(collected).toEqual(['a', 'a']);
	});
});

describe('buildMultipart', () => {
	it('survives quotes and line breaks in names and carries bytes exactly', () => {
		const data = Buffer.from([0, 255, 13, 10, 45, 45]);
		const { body, contentType } = buildMultipart([
			{ name: 'media', fileName: '图"片\r\n.jpg', contentType: 'image/jpeg', data },
			{ name: 'description', value: '{"title":"标题"}' },
		]);
		const boundary = contentType.split('boundary=')[1] ?? '';
		expect(body.includes(data)).toBe(true);
		expect(body.toString()).toContain('filename="图%22片%0D%0A.jpg"');
		expect(body.toString().endsWith(`--${boundary}--\r\n`)).toBe(true);
	});
});

describe('parseJson', () => {
	it('reads JSON as JSON.parse does', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				if (/\d{16,}/.test(text)) return;
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	it('keeps large ids and takes raw control characters', () => {
		expect(parseJson('{"id":1700827132819554304,"a":[24690134567890123]}')).toEqual({
			id: '1700827132819554304',
			a: ['24690134567890123'],
		});
		expect(parseJson('{"text":"a\u0001b"}')).toEqual({ text: 'a\u0001b' });
		expect(parseJson('{"text":"12345678901234567890"}')).toEqual({ text: '12345678901234567890' });
	});
});

describe('fault 1.5: characters that XML forbids', () => {
	it('are left out of what is sent, at any depth, and the rest is not changed', () => {
		const said = 'a\u0000b\u000bc\u001dd\ufffee\ud83df';
		const kept = '\t\n"\\😀\u2028';
		expect(JSON.parse(writeJson({ a: [{ b: said }], c: kept }))).toEqual({
			a: [{ b: 'abcdef' }],
			c: kept,
		});
	});

	it('are taken from answers as they are, but for U+0000, which no database of n8n stores', () => {
		const raw = '{"a":"x\u0000y","b":"x\\u0000y\u000b","c":"\\\\u0000"}';
		expect(parseJson(raw)).toEqual({ a: 'xy', b: 'xy\u000b', c: '\\u0000' });
	});
});

describe('fault 1.5: names in JSON', () => {
	it('hold nothing that XML forbids either', () => {
		expect(writeJson({ 'a\u000b\ud83d': 1 })).toBe('{"a":1}');
	});
});

describe('fault 2.6: writeJson', () => {
	it('writes what JSON.stringify writes', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(writeJson(value)).toBe(JSON.stringify(value));
			}),
		);
		const odd = { a: undefined, b: [undefined, new Date(0)], c: NaN };
		expect(writeJson(odd)).toBe(JSON.stringify(odd));
	});

	it('writes integers of any length, and reads them back as text', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (id) => {
				const text = writeJson({ ids: [jsonInteger(String(id))] });
				expect(text).toBe(`{"ids":[${id}]}`);
				expect(String((parseJson(text) as { ids: unknown[] }).ids[0])).toBe(String(id));
			}),
		);
	});
});
