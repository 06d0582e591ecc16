import { UserInputError } from '../../../shared/inputError';
import { atMost } from '../../../shared/limits';

const MAX_NICKNAME = 16;

/** A nickname. @throws UserInputError when it is longer than WeChat accepts */
export const checkNickname = (nickname: string): string =>
	atMost('Nickname', nickname, MAX_NICKNAME);

/** The full name of a new account (WeChat: kfaccount/add). @throws UserInputError for another form */
export function checkAccount(account: string): string {
	if (/^\w{1,10}@.{1,30}$/.test(account)) return account;
	throw new UserInputError(
		"'Customer Service Account' is not of the form name@account",
		'Use up to 10 letters, digits or underscores, an @, and the WeChat ID (微信号) of the Official Account, e.g. anna@gh_account.',
	);
}
