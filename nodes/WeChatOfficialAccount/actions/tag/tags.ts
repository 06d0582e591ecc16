import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { WeChatApiError } from '../../../shared/transport/errors';
import { weChatRequest } from '../../../shared/transport/request';
import type { RequestContext } from '../../../shared/transport/types';

/** A tag of the account; `count` is the number of followers that have it. */
export interface Tag extends IDataObject {
	id: number;
	name: string;
	count?: number;
}

/** A tag of this name exists already. */
const DUPLICATE_NAME = 45157;

/** WeChat: tags/get, all in one answer. */
export async function listTags(ctx: RequestContext): Promise<Tag[]> {
	const { tags = [] } = await weChatRequest<{ tags?: Tag[] }>(ctx, {
		method: 'GET',
		path: '/cgi-bin/tags/get',
	});
	return tags;
}

/** WeChat: tags/create. */
export async function createTag(ctx: RequestContext, name: string): Promise<Tag> {
	const { tag } = await weChatRequest<{ tag: Tag }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/tags/create',
		body: { tag: { name } },
	});
	return tag;
}

/** Lists under way or done, by run: naming the same tag for 10,000 items asks WeChat once. */
const listsByRun = new WeakMap<IExecuteFunctions, Promise<Tag[]>>();

/** The tags as they were when this run first asked. */
export async function tagsOfRun(ctx: IExecuteFunctions): Promise<Tag[]> {
	const known = listsByRun.get(ctx);
	if (known) return await known;
	const list = listTags(ctx);
	listsByRun.set(ctx, list);
	return await list;
}

/** Another run may create the same tag at the same moment; then its tag is ours. */
async function createOrFind(ctx: IExecuteFunctions, name: string): Promise<Tag> {
	try {
		return await createTag(ctx, name);
	} catch (error) {
		const isTaken = error instanceof WeChatApiError && error.errcode === DUPLICATE_NAME;
		const existing = isTaken
			? (await listTags(ctx)).find((candidate) => candidate.name === name)
			: undefined;
		return existing ?? (await Promise.reject(error));
	}
}

/**
 * The tag chosen at the canvas: its ID, or the ID that belongs to the name.
 *
 * @param createIfMissing creates a tag of an unknown name
 * @throws UserInputError when nothing is chosen or there is no tag of that name
 */
export async function tagIdOf(
	ctx: IExecuteFunctions,
	itemIndex: number,
	createIfMissing = false,
): Promise<number> {
	const locator = ctx.getNodeParameter('tag', itemIndex) as { mode?: string; value?: unknown };
	const value = String(locator.value ?? '').trim();
	if (value === '') throw new UserInputError("'Tag' is empty", 'Choose a tag.');
	if (locator.mode !== 'name') {
		if (/^\d+$/.test(value)) return Number(value);
		throw new UserInputError(
			`'${value}' is not a tag ID`,
			"Choose the tag 'From List', or 'By Name'.",
		);
	}
	const tags = await tagsOfRun(ctx);
	const existing = tags.find(({ name }) => name === value);
	if (existing) return existing.id;
	if (!createIfMissing) {
		throw new UserInputError(
			`There is no tag with the name '${value}'`,
			'Create the tag first, or correct the name.',
		);
	}
	const created = await createOrFind(ctx, value);
	tags.push(created);
	return created.id;
}

/** WeChat: up to 30 characters, 10 Chinese ones in the console. */
export function tagNameOf(ctx: IExecuteFunctions, itemIndex: number): string {
	const name = String(ctx.getNodeParameter('name', itemIndex, '')).trim();
	if (name === '' || [...name].length > 30) {
		throw new UserInputError(
			name === '' ? "'Name' is empty" : `'Name' is longer than 30 characters`,
			'Give the tag a name of 1 to 30 characters.',
		);
	}
	return name;
}
