import type { AccountSystem } from '../lib/system';
import type { Person } from './cast';
import type { Chance } from './random';

const DAY_MS = 86_400_000;
const NOTICE = 'tea-notice';
const VIPS = 0.1;
const SMALL_CAST = 100;
/** Days before their last visit on which those who follow already were there. */
const VISITS = [0, 6, 13, 21];

/**
 * What the tables and the platform know of those who have followed before the first day: contacts,
 * interactions of weeks, and consents to a notice of most of those who are silent.
 */
export async function remember(app: AccountSystem, cast: Person[], chance: Chance): Promise<void> {
	const { state } = app.simulator.platform;
	const now = state.clock.now();
	const ago = (days: number) => new Date(now - days * DAY_MS).toISOString();
	const old = cast.filter(({ joins }) => joins < 0);
	const contacts = old.map(({ openId }) => {
		state.addFollower(openId);
		const tier = chance.happens(VIPS) ? 'vip' : 'normal';
		return { key: openId, openId, isFollower: true, subscribedAt: ago(200), tier };
	});
	const interactions = old.flatMap(({ openId, name }) => {
		const last = name === 'sleeper' ? 35 + Math.floor(chance.next() * 80) : 2;
		return VISITS.map((gap) => ({
			key: `${openId}:before:${gap}`,
			openId,
			kind: 'text',
			at: ago(last + gap),
			auto: false,
		}));
	});
	await app.insert('wechat_contacts', contacts);
	await app.insert('wechat_interactions', interactions);

	const content = '活动：{{thing1.DATA}}\n说明：{{thing2.DATA}}';
	state.notices.push({ id: NOTICE, title: '活动通知', content, example: '' });
	await app.write('wechat_campaigns', {
		key: 'winter-tea',
		noticeTemplateId: NOTICE,
		// Of a few silent people a tenth would be nobody to compare with.
		holdOutPercent: cast.length < SMALL_CAST ? 25 : 10,
	});
	const agreed = old.filter(({ name }) => name === 'sleeper' && chance.happens(0.8));
	const consents = agreed.map(({ openId }) => {
		const follower = state.followers.get(openId);
		if (follower) follower.consents[NOTICE] = 1;
		return { key: `${openId}:before`, openId, templateId: NOTICE, status: 'open', at: ago(40) };
	});
	await app.insert('wechat_consents', consents);
}
