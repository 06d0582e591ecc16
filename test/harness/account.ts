import type { IDataObject } from 'n8n-workflow';
import { seed } from '../simulator/control';
import { AT_ONCE } from '../simulator/settings';
import { startSimulator, type Simulator } from '../simulator/server';
import type { State } from '../simulator/state';
import type { JournalEntry } from '../simulator/platform';
import type { TestCredentials } from './credentials';
import { keysFor, testCredentials } from './engine';

const TOKEN_PATH = /^\/cgi-bin\/(stable_)?token$/;

/** A simulated account and the credential for it; fresh for every test. */
export interface TestAccount {
	simulator: Simulator;
	credentials: TestCredentials;
	state: State;
	/** Calls of an endpoint so far, or all but those for the token. */
	calls(path?: string): JournalEntry[];
}

/**
 * Gives every test of a file a simulator and an account of its own.
 *
 * @param keys changes to the credential
 */
export function useAccount(keys: IDataObject = {}): TestAccount {
	const account = {} as TestAccount;
	beforeEach(async () => {
		account.simulator = await startSimulator();
		const { platform, url } = account.simulator;
		account.state = platform.state;
		// A misspelt field would go unnoticed by WeChat, too.
		seed(platform, { settings: { ...AT_ONCE, isStrict: true } });
		account.credentials = await testCredentials({
			...keysFor(url, platform.state.account),
			...keys,
		});
		account.calls = (path) =>
			platform.journal.filter((call) =>
				path === undefined ? !TOKEN_PATH.test(call.path) : call.path === path,
			);
	});
	afterEach(async () => {
		await account.simulator.close();
	});
	return account;
}
