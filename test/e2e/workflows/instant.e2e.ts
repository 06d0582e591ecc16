/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startSimulator } from '../../simulator/server';
import { hear } from '../lib/hear';
import { N8n } from '../lib/n8n';
import { hasPostgres, PostgresTables } from '../lib/postgres';
import { AccountSystem, type InstallOptions } from '../lib/system';

const PEOPLE = 60;
const PRIZES = 10;
const ONLY = ['00', '01', '07'];

/** Runs `test` with the workflows on one of the stores. */
async function withSystem(
	options: (n8n: N8n) => Promise<InstallOptions>,
	test: (app: AccountSystem) => Promise<void>,
): Promise<void> {
	const n8n = new N8n(process.env.N8N_TEST_URL ?? '');
	await n8n.signIn();
	const app = await AccountSystem.open(n8n, await startSimulator());
	try {
		await app.install(await options(n8n));
		await test(app);
	} finally {
		await app.close();
	}
}

/** Sixty people scratch at once for ten prizes. */
async function claimAtOnce(app: AccountSystem, store: string): Promise<void> {
	await app.write('wechat_activities', {
		key: 'scratch-1',
		rules: JSON.stringify({ blanks: 0, days: 30 }),
	});
	await app.run('07', 'Catch up by hand');
	expect(await app.rows('wechat_tickets')).toHaveLength(PRIZES);
	const people = [...Array(PEOPLE).keys()].map((number) => `o_scratch_${number}`);
	const startedAt = Date.now();
	const heard = await Promise.all(people.map(async (openId) => await hear(app, openId, '刮奖')));
	const seconds = (Date.now() - startedAt) / 1_000;
	await app.settled();
	const won = heard.filter(({ text }) => text.includes('恭喜您刮中「茶样一盒」'));
	expect(won).toHaveLength(PRIZES);
	expect(heard.filter(({ text }) => text.includes('奖券已经刮完'))).toHaveLength(PEOPLE - PRIZES);
	for (const openId of people) {
		const { inbox = [] } = app.simulator.platform.state.followers.get(openId) ?? {};
		expect(inbox).toHaveLength(1);
	}
	const claimed = (await app.rows('wechat_tickets')).filter(({ state }) => state === 'claimed');
	expect(claimed).toHaveLength(PRIZES);
	expect(new Set(claimed.map(({ openId }) => openId)).size).toBe(PRIZES);
	expect(claimed.every(({ version }) => version === 1)).toBe(true);
	// Whoever asks again gets the same answer.
	const [winner] = people.filter((openId) => claimed.some((ticket) => ticket.openId === openId));
	const again = await hear(app, winner ?? '', '刮奖');
	expect(again.text).toBe(heard[people.indexOf(winner ?? '')]?.text);
	expect(await app.failures()).toEqual([]);
	const late = heard.filter(({ isLate }) => isLate).length;
	process.stdout.write(
		`instant win on ${store}: ${PEOPLE} people, ${PRIZES} prizes, in ${seconds.toFixed(1)} s, ${late} answered by a later message\n`,
	);
}

describe('07: sixty people claim ten prizes at once', () => {
	it('on Data Tables', async () => {
		await withSystem(
			async () => ({ only: ONLY }),
			async (app) => await claimAtOnce(app, 'Data Tables'),
		);
	}, 180_000);

	it('on PostgreSQL', async () => {
		if (!(await hasPostgres())) {
			process.stdout.write('No PostgreSQL on 127.0.0.1:5432: this test was left out\n');
			return;
		}
		const database = await PostgresTables.create();
		const credential = async (n8n: N8n): Promise<InstallOptions> => ({
			only: ONLY,
			database,
			credentials: {
				postgres: await n8n.addCredential('postgres', 'Postgres account', database.credential),
			},
		});
		try {
			await withSystem(credential, async (app) => await claimAtOnce(app, 'PostgreSQL'));
		} finally {
			await database.drop();
		}
	}, 180_000);
});
