import type { Account } from './state';

/** What every account may call (WeChat: API permissions); the rest needs a verified one. */
const OPEN = [
	/^\/cgi-bin\/(stable_)?token$/,
	/^\/cgi-bin\/get(_api_domain_ip|callbackip|_current_selfmenu_info|_current_autoreply_info)$/,
	/^\/cgi-bin\/(callback\/check|clear_quota|clear_quota\/v2)$/,
	/^\/cgi-bin\/(openapi|draft|material|media)\//,
	/^\/cgi-bin\/ticket\/getticket$/,
	/^\/channels\//,
];

/** Among those, what needs a verified account after all. */
const NEEDS_VERIFICATION = /^\/cgi-bin\/media\/get\/jssdk$/;

/** Whether the account may call this path; otherwise the platform answers 48001. */
export function mayCall(account: Account, path: string, isForServiceAccounts = false): boolean {
	const isOpen = OPEN.some((pattern) => pattern.test(path)) && !NEEDS_VERIFICATION.test(path);
	if (!account.isVerified && !isOpen) return false;
	return account.isVerified ? account.isVerifiedService || !isForServiceAccounts : true;
}
