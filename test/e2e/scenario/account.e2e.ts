import { testAccount } from './account';

const WEEK = {
	followers: 60,
	days: 7,
	least: { messages: 40, comments: 5, tagged: 30, proofs: 1 },
};

/** The demo plays the same week on Data Tables. */
const describeWhereThereIsOne = process.env.N8N_TEST_POSTGRES === 'yes' ? describe : describe.skip;

describeWhereThereIsOne('a week of 60 followers on PostgreSQL', () =>
	testAccount(WEEK, 'PostgreSQL'),
);
