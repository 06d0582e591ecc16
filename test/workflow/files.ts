/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

interface Target {
	node: string;
	type: string;
	index: number;
}

export interface Sample {
	name: string;
	nodes: INode[];
	connections: Record<string, Record<string, Target[][]>>;
	settings: { executionOrder: string };
	active: boolean;
	pinData: object;
}

const FOLDER = 'workflows';
export const STICKY = 'n8n-nodes-base.stickyNote';

/** `zh-CN` and `en` are looked at by a test of their own. */
const IS_OF_A_SET = /^(en|zh-CN)[\\/]/;

/** The small examples by their file names below `workflows/`. */
export const samples = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.json') && !IS_OF_A_SET.test(file))
	.map((file): [string, Sample] => [
		file,
		JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Sample,
	]);

/** Words of a text; Chinese ones as a dictionary divides them. */
export function wordCount(text: string): number {
	const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
	return [...segments].filter(({ isWordLike }) => isWordLike).length;
}
