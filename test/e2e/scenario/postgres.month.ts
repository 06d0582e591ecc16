import { onPostgres } from '../lib/onBothStores';
import { testAccount } from './account';
import { MONTH_OF_200 } from './monthOf200';

onPostgres('a month of 200 followers', () => testAccount(MONTH_OF_200, 'postgres'));
