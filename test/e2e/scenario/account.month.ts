import { testAccount } from './account';

const MONTH = {
	followers: 200,
	days: 30,
	seed: 20261130,
	without: ['04'],
	least: { messages: 400, comments: 50, tagged: 100, proofs: 4, winners: 30, participation: 0.35 },
};

describe('a month of 200 followers', () => testAccount(MONTH, 'dataTables'));
