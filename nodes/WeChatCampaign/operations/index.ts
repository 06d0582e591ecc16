import type { RecordOperation } from '../../shared/engagement/recordOperation';
import { askForConsent } from './askForConsent.operation';
import { chooseAudience } from './chooseAudience.operation';
import { deliver } from './deliver.operation';
import { measure } from './measure.operation';
import { noteConsent } from './noteConsent.operation';
import { optOut } from './optOut.operation';

/** What the node can do, sorted by name. */
export const operations: RecordOperation[] = [
	askForConsent,
	chooseAudience,
	deliver,
	measure,
	noteConsent,
	optOut,
];

/** The one chosen at first. */
export const defaultOperation = chooseAudience;
