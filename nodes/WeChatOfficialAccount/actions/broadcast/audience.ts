import chunk from 'lodash/chunk';
import { UserInputError } from '../../../shared/inputError';

/** WeChat: message/mass/send takes 2 to 10,000 OpenIDs. */
const MAX_RECIPIENTS = 10_000;
const MIN_RECIPIENTS = 2;

/**
 * Splits recipients into broadcasts that WeChat takes: a rest of one is joined by another. The same
 * recipients make the same broadcasts in whatever order they come, so that a repeated run is known again.
 *
 * @throws UserInputError for fewer than two
 */
export function splitRecipients(openIds: string[]): string[][] {
	if (openIds.length < MIN_RECIPIENTS) {
		throw new UserInputError(
			'A broadcast to OpenIDs needs at least two of them',
			'Use a customer service message or a template message for one person.',
		);
	}
	if (openIds.length <= MAX_RECIPIENTS) return [openIds];
	const batches = chunk([...openIds].sort(), MAX_RECIPIENTS);
	const [last, before] = [batches.at(-1), batches.at(-2)];
	const moved = last?.length === 1 ? before?.pop() : undefined;
	if (last && moved !== undefined) last.unshift(moved);
	return batches;
}
