import { DEFAULT_API_BASE_URL } from '../constants';
import { UserInputError } from '../inputError';

/** What identifies an account to WeChat. */
export interface AccountKeys {
	appId: string;
	appSecret: string;
	/** Without a slash at its end. */
	apiBaseUrl: string;
}

/** This machine itself: what is sent there unencrypted passes no network. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** What is wrong with an address that AppSecret and access token would be sent to. */
function problemOf(address: string): string | undefined {
	// `https:/host` would be taken for a path by one reader and for a host by another.
	// Line breaks and backslashes are read in more than one way, too.
	if (!/^https?:\/\/[^/\\\s][^\\\s]*$/i.test(address) || !URL.canParse(address)) {
		return 'is not an address that starts with https://';
	}
	const { protocol, hostname, username, password } = new URL(address);
	if (protocol === 'http:' && !LOOPBACK.test(hostname)) {
		return 'starts with http://, so AppSecret and access token would travel unencrypted';
	}
	if (username || password || /[?#]/.test(address)) return 'holds more than a host and a path';
	return undefined;
}

/**
 * Checks where the calls of a credential go.
 *
 * @returns the address without a slash at its end
 * @throws UserInputError unless it is https, or http on this machine
 */
function checkBaseUrl(text: string): string {
	const address = text.trim() || DEFAULT_API_BASE_URL;
	const problem = problemOf(address);
	if (problem) {
		throw new UserInputError(
			`API Base URL in the credential ${problem}`,
			`Use ${DEFAULT_API_BASE_URL}, or the https address of your proxy.`,
		);
	}
	return address.replace(/(?<!\/)\/+$/, '');
}

/**
 * The keys of a credential as WeChat expects them.
 *
 * @throws UserInputError when the API base URL is none that a secret may be sent to
 */
export function accountKeys(credential: {
	appId?: unknown;
	appSecret?: unknown;
	apiBaseUrl?: unknown;
}): AccountKeys {
	return {
		appId: String(credential.appId ?? '').trim(),
		appSecret: String(credential.appSecret ?? '').trim(),
		apiBaseUrl: checkBaseUrl(String(credential.apiBaseUrl ?? '')),
	};
}
