import { keyProblem } from './encodingKey';
import type { CallbackKeys } from './verify';

export interface Unready {
	/** What is missing or wrong, by the names of the credential's fields; never a value. */
	problem: string;
	advice: string;
}

/** WeChat: 3 to 32 letters and digits. */
const TOKEN = /^[A-Za-z0-9]{3,32}$/;

/**
 * What keeps a credential from receiving messages: without it, every push is refused and nothing shows
 * in the list of executions. Undefined when all is there; EncodingAESKey may be empty (plaintext mode).
 */
export function receivingProblem(keys: Partial<CallbackKeys>): Unready | undefined {
	if (!keys.appId?.trim()) {
		return {
			problem: 'AppID is empty in the credential',
			advice: 'Copy it from Basic Information (基础信息) of the WeChat Developer Platform.',
		};
	}
	const token = keys.token?.trim() ?? '';
	if (!TOKEN.test(token)) {
		return {
			problem:
				token === ''
					? 'Token is empty in the credential, so no message of WeChat can be received'
					: 'Token in the credential has to be 3 to 32 letters and digits',
			advice:
				'Choose 3 to 32 letters and digits. Enter the same Token in the server configuration (服务器配置) of the WeChat Developer Platform.',
		};
	}
	const problem = keyProblem(keys.encodingAesKey ?? '');
	return problem
		? {
				problem,
				advice:
					'Copy EncodingAESKey again from the server configuration (服务器配置) into the credential.',
			}
		: undefined;
}
