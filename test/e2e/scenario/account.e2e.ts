import { onPostgres } from '../lib/onBothStores';
import { testAccount } from './account';
import { WEEK } from './week';

const EXPECTED = {
	...WEEK,
	without: ['15'],
	least: { messages: 40, comments: 5, tagged: 30, proofs: 1, winners: 3, participation: 0.1 },
};

/** The demo plays the same week on Data tables, with the assistant in place of keyword replies. */
onPostgres('a week of 60 followers', () => testAccount(EXPECTED, 'postgres'));
