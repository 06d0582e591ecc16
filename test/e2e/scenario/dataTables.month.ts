import { testAccount } from './account';
import { MONTH_OF_200 } from './monthOf200';

describe('a month of 200 followers, on Data Tables', () => testAccount(MONTH_OF_200, 'dataTables'));
