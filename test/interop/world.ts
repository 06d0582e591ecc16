/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../simulator/control';
import { startSimulator, type Simulator } from '../simulator/server';
import { handOver } from '../simulator/sessions';
import { AT_ONCE } from '../simulator/settings';
import type { State } from '../simulator/state';

/** Noon of a Wednesday in the middle of a month. */
const NOON = Date.parse('2030-05-15T12:00:00+08:00');
const HOUR_MS = 3_600_000;

export const ARTICLE_ID = 'article_1';
export const BROADCAST_ID = 3_147_483_652;
export const MENU = { button: [{ type: 'click', name: '优惠', key: 'SALE' }] };

/** An account in full life, for the calls of other people's clients. */
export interface World {
	simulator: Simulator;
	state: State;
	/** Path of a file to upload. */
	file(name: string): string;
	/** `yyyy-MM-dd` of Shanghai. */
	daysAgo(days: number): string;
}

function fill(state: State): void {
	const picture = { contentType: 'image/png', data: Buffer.from('a picture') };
	for (const id of ['m1', 't1']) state.media.set(id, picture);
	const material = { ...picture, type: 'image', name: 'cover.png', updatedAt: 1_700_000_000 };
	state.materials.set('cover', material);
	const articles = [{ title: '新茶', content: '<p>正文</p>', thumb_media_id: 'cover' }];
	state.drafts.set('draft', { articles, updatedAt: 1_700_000_000 });
	state.publications.set('publish1', {
		articles,
		articleId: ARTICLE_ID,
		publishId: 'publish1',
		mediaId: 'draft0',
		msgDataId: 2_247_490_098,
		status: 0,
		updatedAt: 1_700_000_000,
	});
	state.broadcasts.set(BROADCAST_ID, {
		to: 'tag 101',
		body: { mpnews: { media_id: 'draft0' } },
		at: state.clock.now() - 48 * HOUR_MS,
		msgDataId: 2_247_490_098,
		status: 'sent',
	});
	state.menu = { button: MENU.button.map((button) => ({ ...button, sub_button: [] })) };
	const matchrule = { tag_id: '101' };
	const button = [{ type: 'click', name: '会员', key: 'VIP' }];
	state.conditionalMenus.push({ button, matchrule, menuid: 400_000_001 });
	const follower = state.followers.get('oA');
	if (follower) state.allow(follower, 5, HOUR_MS);
	handOver(state, 'oB', '');
}

const FILES = ['cover.png', 'thumb.jpg', 'voice.mp3', 'film.mp4'];

/** Gives every test of a file such an account of its own. */
export function useWorld(): World {
	const world = {} as World;
	let folder = '';
	beforeEach(async () => {
		world.simulator = await startSimulator();
		const { platform } = world.simulator;
		world.state = platform.state;
		world.state.clock.advance(NOON - Date.now());
		const content = '内容：{{thing1.DATA}}';
		seed(platform, {
			settings: AT_ONCE,
			followers: [{ openId: 'oA', tagIds: [101] }, { openId: 'oB' }],
			tags: ['活跃'],
			templates: [{ id: 'T1', title: '通知', content, example: '' }],
			articles: [{ msgDataId: 2_247_490_098, title: '新茶' }],
		});
		fill(world.state);
		seed(platform, { kfAccounts: [{ name: 'anna@gh1', nickname: '安娜' }] });
		folder = mkdtempSync(join(tmpdir(), 'wechat-'));
		for (const name of FILES) writeFileSync(join(folder, name), 'a picture');
		world.file = (name) => join(folder, name);
		world.daysAgo = (days) => world.state.clock.daysAgo(days);
	});
	afterEach(async () => {
		await world.simulator.close();
		rmSync(folder, { recursive: true });
	});
	return world;
}
