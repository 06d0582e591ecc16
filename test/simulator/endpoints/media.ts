import { check, type Json } from '../check';
import { fail } from '../errors';
import type { UploadedFile } from '../multipart';
import { OK, type Endpoints } from './endpoint';

const MB = 1_048_576;
const RULES: Record<string, { pattern: RegExp; maximum: number }> = {
	image: { pattern: /\.(png|jpe?g|gif|bmp)$/i, maximum: 10 * MB },
	voice: { pattern: /\.(amr|mp3|wma|wav)$/i, maximum: 2 * MB },
	video: { pattern: /\.mp4$/i, maximum: 10 * MB },
	thumb: { pattern: /\.jpe?g$/i, maximum: 65_536 },
	articleImage: { pattern: /\.(png|jpe?g)$/i, maximum: MB },
};
const MAX_PAGE = 20;
/** How long temporary media live. */
const THREE_DAYS_MS = 3 * 86_400_000;

/** The file of an upload, if the platform takes it. */
export function checkFile(
	file: UploadedFile | undefined,
	type: string,
	name = 'media',
): UploadedFile {
	const rule = RULES[type] ?? fail(40004);
	if (file?.name !== name) fail(41005);
	if (!rule.pattern.test(file.fileName)) fail(40005);
	if (file.data.length === 0) fail(44001);
	if (file.data.length > rule.maximum) fail(40006);
	return file;
}

export const media: Endpoints = {
	'/cgi-bin/media/upload': {
		method: 'POST',
		query: ['type'],
		answer({ query, file, state }) {
			const type = query.type ?? '';
			const { contentType, data } = checkFile(file, type);
			const id = `media_${state.nextId()}`;
			const expiresAt = state.clock.now() + THREE_DAYS_MS;
			state.media.set(id, { contentType, data, expiresAt });
			const key = type === 'thumb' ? 'thumb_media_id' : 'media_id';
			return { type, [key]: id, created_at: state.clock.seconds() };
		},
	},
	'/cgi-bin/media/uploadimg': {
		method: 'POST',
		answer({ file, state }) {
			checkFile(file, 'articleImage');
			return { url: `https://mmbiz.qpic.cn/mmbiz/${state.nextId()}/0` };
		},
	},
	'/cgi-bin/material/add_material': {
		method: 'POST',
		query: ['type'],
		answer({ query, file, form, state }) {
			const type = query.type ?? '';
			const { contentType, data, fileName } = checkFile(file, type);
			const description = JSON.parse(form?.description ?? '{}') as Json;
			if (type === 'video') {
				check(description, { title: 'string', introduction: 'string' }, state.settings.isStrict);
			}
			const id = `material_${state.nextId()}`;
			state.materials.set(id, {
				type,
				contentType,
				data,
				name: fileName,
				updatedAt: state.clock.seconds(),
				title: description.title as string | undefined,
				introduction: description.introduction as string | undefined,
			});
			return { media_id: id, ...(type === 'image' ? { url: `https://mmbiz.qpic.cn/${id}` } : {}) };
		},
	},
	'/cgi-bin/material/get_material': {
		method: 'POST',
		body: { media_id: 'string' },
		answer({ body, state }) {
			const known = state.materials.get(String(body.media_id)) ?? fail(40007);
			if (known.type === 'video') {
				const { title, introduction: description } = known;
				return { title, description, down_url: 'https://example.com/video.mp4' };
			}
			return { file: known.data, contentType: known.contentType, fileName: known.name };
		},
	},
	'/cgi-bin/material/del_material': {
		method: 'POST',
		body: { media_id: 'string' },
		answer({ body, state }) {
			const id = String(body.media_id);
			if (!state.materials.has(id)) fail(40007);
			if (JSON.stringify(state.menu ?? '').includes(`"media_id":"${id}"`)) fail(48005);
			state.materials.delete(id);
			return OK;
		},
	},
	'/cgi-bin/material/get_materialcount': {
		method: 'GET',
		answer({ state }) {
			const count = (type: string) =>
				[...state.materials.values()].filter((known) => known.type === type).length;
			return {
				voice_count: count('voice'),
				video_count: count('video'),
				image_count: count('image'),
				news_count: 0,
			};
		},
	},
	'/cgi-bin/material/batchget_material': {
		method: 'POST',
		body: { type: 'string', offset: 'number', count: 'number' },
		answer({ body, state }) {
			const [offset, count] = [Number(body.offset), Number(body.count)];
			if (count < 1 || count > MAX_PAGE) fail(40097);
			const all = [...state.materials].filter(([, { type }]) => type === body.type);
			const item = all.slice(offset, offset + count).map(([media_id, { name, updatedAt }]) => ({
				media_id,
				name,
				update_time: updatedAt,
				url: `https://mmbiz.qpic.cn/${media_id}`,
			}));
			return { total_count: all.length, item_count: item.length, item };
		},
	},
};
