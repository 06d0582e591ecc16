import { UserInputError } from '../../shared/inputError';
import { isRecord } from '../../shared/json';
import { accountOf } from '../../shared/records/account';
import type { Person } from '../../shared/records/forget';
import { optionalText } from '../../shared/operations/fields';
import type { At } from '../../shared/engagement/recordOperation';

/** Whom an operation is about; left empty, the follower of the item. */
export const openId = optionalText('OpenID', {
	placeholder: 'e.g. oABCD1234',
	description: 'The follower. Leave empty to take the one of the item.',
});

function openIdOfItem({ json }: At): string {
	const { wechat } = json;
	const ids = [isRecord(wechat) ? wechat.openId : undefined, json.openId];
	return String(ids.find((id) => typeof id === 'string' && id.trim() !== '') ?? '').trim();
}

/**
 * The OpenID that is filled in, or that of the item.
 *
 * @throws UserInputError when there is neither
 */
export function openIdOf(at: At, filledIn: string): string {
	const id = filledIn.trim() || openIdOfItem(at);
	if (id !== '') return id;
	throw new UserInputError(
		'It is not known which follower is meant',
		"Fill in 'OpenID', or let the item have a field 'openId' or come from the WeChat trigger.",
	);
}

/** The follower, with the account. */
export const personOf = async (at: At, id: string): Promise<Person> => ({
	appId: await accountOf(at.ctx, at.itemIndex),
	openId: id,
});
