import { startSimulator, type Simulator } from '../../simulator/server';

describe('fault 5: the control interface', () => {
	let simulator: Simulator;

	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.close());

	const ask = async (path: string, body?: object): Promise<Record<string, unknown>> => {
		const response = await fetch(`${simulator.url}${path}`, {
			method: body ? 'POST' : 'GET',
			body: body ? JSON.stringify(body) : undefined,
		});
		return (await response.json()) as Record<string, unknown>;
	};

	it('fault 5: a publication is watched from outside, by the clock of the platform', async () => {
		await ask('/__sim/seed', { settings: { publishSeconds: 3_600, publishOutcomes: [0, 4] } });
		expect(await ask('/__sim/state')).toMatchObject({
			settings: { isStrict: false, publishSeconds: 3_600, statisticsHour: 8 },
		});
		const { appId, appSecret } = simulator.platform.state.account;
		const keys = `grant_type=client_credential&appid=${appId}&secret=${appSecret}`;
		const { access_token: token } = await ask(`/cgi-bin/token?${keys}`);
		const call = async (path: string, body: object) =>
			await ask(`/cgi-bin/${path}?access_token=${String(token)}`, body);
		const data = { type: 'image', contentType: 'image/png', data: Buffer.from('x') };
		simulator.platform.state.materials.set('cover', { ...data, name: 'a.png', updatedAt: 1 });
		const article = { title: '新茶', content: '正文', thumb_media_id: 'cover' };
		const submit = async () => {
			const { media_id } = await call('draft/add', { articles: [article] });
			return (await call('freepublish/submit', { media_id })).publish_id;
		};
		const status = async (publish_id: unknown) =>
			(await call('freepublish/get', { publish_id })).publish_status;
		const [good, bad] = [await submit(), await submit()];
		await ask('/__sim/clock', { advanceMs: 3_599_000 });
		expect([await status(good), await status(bad)]).toEqual([1, 1]);
		await ask('/__sim/clock', { advanceMs: 2_000 });
		expect([await status(good), await status(bad)]).toEqual([0, 4]);
	});

	it('fault 5: what is to happen happens without a call, too, and not after a reset', async () => {
		const { clock } = simulator.platform.state;
		const done: string[] = [];
		clock.after(30, () => done.push('second'));
		clock.after(10, () => done.push('first'));
		clock.after(0, () => done.push('at once'));
		expect(done).toEqual(['at once']);
		await new Promise<void>((resolve) => clock.after(40, resolve));
		expect(done).toEqual(['at once', 'first', 'second']);
		clock.after(3_600_000, () => done.push('never'));
		await ask('/__sim/reset', {});
		clock.advance(7_200_000);
		expect(done).not.toContain('never');
		expect(await ask('/__sim/state')).toMatchObject({ settings: { publishSeconds: 10 } });
	});

	it('fault 5: an unknown command is told', async () => {
		expect(await ask('/__sim/dance', {})).toEqual({ error: 'There is no command dance' });
	});
});
