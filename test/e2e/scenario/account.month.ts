import { testAccount } from './account';

const MONTH = {
	followers: 200,
	days: 30,
	least: { messages: 400, comments: 50, tagged: 100, proofs: 4 },
};

describe('a month of 200 followers', () => testAccount(MONTH, 'Data Tables'));
