import type { IExecuteFunctions } from 'n8n-workflow';
import { dayOf } from '../../../shared/calendar/days';
import { UserInputError } from '../../../shared/inputError';
import type { Records } from '../../../shared/records/port';
import {
	describeError,
	WeChatApiError,
	WeChatTransportError,
} from '../../../shared/transport/errors';
import { checkTexts, type WordingLevel } from '../../../shared/wording/option';
import type { Change } from '../../engine/menu/changes';
import { dueOn, tagOf, type Due, type MenuRow } from '../../engine/menu/season';
import { post } from '../call';
import { tagsOfRun } from '../tag/tags';
import { isKnown, keepReplaced, menuOf } from './calendar';
import { areSameButtons, isSameRule } from './compare';
import { publishConditional, removeConditional } from './conditional';
import { currentMenu } from './currentMenu';
import { namesOf } from './rules';

/** What the calendar says, and what is online. */
interface Scene {
	ctx: IExecuteFunctions;
	records: Records;
	rows: readonly MenuRow[];
	due: Due;
	online: Awaited<ReturnType<typeof currentMenu>>;
	now: number;
	checkWording: WordingLevel;
}

const nameOf = ({ name, key }: MenuRow): string => name.trim() || key;

/** Publishes the menu for everybody. */
async function publishForAll({
	ctx,
	records,
	rows,
	due,
	online,
	now,
	checkWording,
}: Scene): Promise<Change[]> {
	const row = due.rows.get('');
	const buttons = online?.menu.button ?? [];
	if (!row) {
		const active = rows.filter(({ isActive }) => isActive);
		if (!isKnown(active, '', buttons)) return [];
		throw new UserInputError('线上的菜单已经到期，菜单日历里没有可以换上的', 'Add a menu.');
	}
	const menu = menuOf(row);
	if (areSameButtons(buttons, menu.button)) return [];
	checkTexts(checkWording, () => namesOf(menu.button));
	// Before it is replaced: a run that is killed in between has lost nothing.
	await keepReplaced(records, rows, { tag: '', buttons, now });
	await post(ctx, '/cgi-bin/menu/create', { ...menu });
	return [{ what: 'published', name: nameOf(row), tag: '', problem: '' }];
}

/** Publishes the menu of a tag, or takes away the one of a season that is over. */
async function publishForTag(scene: Scene, tag: string): Promise<Change[]> {
	const { ctx, records, rows, due, online, now } = scene;
	const row = due.rows.get(tag);
	const all = online?.conditionalmenu ?? [];
	if (!row && all.length === 0) return [];
	const id = (await tagsOfRun(ctx)).find(({ name }) => name === tag)?.id;
	if (id === undefined) {
		if (!row) return [];
		throw new UserInputError(`公众号里还没有标签“${tag}”`, 'Create the tag.');
	}
	const matchrule = { tag_id: String(id) };
	const forTag = all.filter((entry) => isSameRule(entry.matchrule, matchrule));
	if (!row) {
		// Others may have made menus for the same tag.
		const ours = forTag.filter(({ button }) => isKnown(rows, tag, button));
		for (const entry of ours) await removeConditional(ctx, entry);
		return ours.length > 0 ? [{ what: 'removed', name: '', tag, problem: '' }] : [];
	}
	const menu = menuOf(row);
	checkTexts(scene.checkWording, () => namesOf(menu.button));
	const replaced = forTag.find(({ button }) => !areSameButtons(button, menu.button));
	if (replaced) await keepReplaced(records, rows, { tag, buttons: replaced.button, now });
	const { isNew } = await publishConditional(ctx, all, { menu, matchrule });
	return isNew ? [{ what: 'published', name: nameOf(row), tag, problem: '' }] : [];
}

const canBeTold = (error: unknown): boolean =>
	error instanceof UserInputError ||
	error instanceof WeChatApiError ||
	error instanceof WeChatTransportError;

/** Publishes the menu of a tag, or the one for everybody; what goes wrong is told. */
async function publishFor(scene: Scene, tag: string): Promise<Change[]> {
	const { due } = scene;
	const wrong = due.unreadable.get(tag);
	try {
		if (wrong) return await Promise.reject<Change[]>(wrong.error);
		return tag === '' ? await publishForAll(scene) : await publishForTag(scene, tag);
	} catch (error) {
		if (!canBeTold(error)) return await Promise.reject<Change[]>(error);
		const row = wrong?.row ?? due.rows.get(tag);
		const problem = describeError(error).message;
		return [{ what: 'notPublished', name: row ? nameOf(row) : '', tag, problem }];
	}
}

/**
 * Brings the menus of the account into step with the calendar. A menu that cannot be published leaves the one that
 * is online, and does not keep the others back.
 *
 * @param now epoch milliseconds
 */
export async function publishCalendar(
	ctx: IExecuteFunctions,
	records: Records,
	{
		rows,
		now,
		checkWording,
	}: { rows: readonly MenuRow[]; now: number; checkWording: WordingLevel },
): Promise<Change[]> {
	const due = dueOn(rows, dayOf(now));
	const scene = { ctx, records, rows, due, online: await currentMenu(ctx), now, checkWording };
	const tags = [...new Set(rows.map(tagOf))].filter((tag) => tag !== '');
	const changes: Change[][] = [];
	// A conditional menu needs one for everybody.
	for (const tag of ['', ...tags]) changes.push(await publishFor(scene, tag));
	return changes.flat();
}
