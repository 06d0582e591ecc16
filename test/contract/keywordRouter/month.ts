import type { IDataObject } from 'n8n-workflow';
import { sceneWith, type Scene } from './helpers';

export const LIBRARY: IDataObject[] = [
	{ key: 'price', keyword: '价格', variants: '多少钱', reply: '16元起' },
	{ key: 'b', keyword: '课程表', questions: '今天的瑜伽课几点开始', reply: '乙' },
	{ keyword: '旧活动', reply: '已结束', validTo: '2026-10-01' },
];
const PETS = ['可以带宠物进店吗', '宠物能进店吗', '带宠物可以进去吗'];

/** A library, and a month in which three people asked for pets and one took an offered keyword. */
export async function month(): Promise<Scene> {
	const scene = await sceneWith(LIBRARY);
	await scene.run(
		'route',
		PETS.map((text, place) => scene.message(text, place)),
	);
	await scene.run('route', [scene.message('瑜伽课什么时间安排的', 7)]);
	await scene.run('route', [scene.message('课程表', 7, { bizmsgmenuid: 'b' })]);
	await scene.run(
		'route',
		['多少钱', '多少钱呀'].map((text) => scene.message(text, 8)),
	);
	return scene;
}
