import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { WeChatApiError } from '../../../shared/transport/errors';
import { weChatRequest } from '../../../shared/transport/request';
import type { RequestContext } from '../../../shared/transport/types';
import { listTags, type Tag } from '../../../shared/user/lists';
import type { TagChoice } from '../../descriptions/locators';

/** A tag of this name exists already. */
const DUPLICATE_NAME = 45157;

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
 * The ID of a tag: as it was given, or the one that belongs to the name.
 *
 * @param createIfMissing creates a tag of an unknown name
 * @throws UserInputError when there is no tag of that name
 */
export async function tagIdOf(
	ctx: IExecuteFunctions,
	{ by, value }: TagChoice,
	createIfMissing = false,
): Promise<number> {
	if (by === 'id') return Number(value);
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
