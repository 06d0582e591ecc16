import { UserInputError } from '../../../shared/inputError';
import { atMost } from '../../../shared/limits';
import { mapped, text } from '../../../shared/operations/fields';

const MAX_NICKNAME = 16;

/** The name that followers see. */
export const nickname = mapped(text('Nickname', { hint: 'Up to 16 characters' }), (name) =>
	atMost('Nickname', name, MAX_NICKNAME),
);

/** The full name of a new account (WeChat: kfaccount/add). @throws UserInputError for another form */
export function checkAccount(account: string): string {
	if (/^\w{1,10}@.{1,30}$/.test(account)) return account;
	throw new UserInputError(
		"'Customer Service Account' is not of the form name@account",
		'Use up to 10 letters, digits or underscores, an @, and the WeChat ID (微信号) of the Official Account, e.g. anna@gh_account.',
	);
}
