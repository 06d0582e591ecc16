import { isRecord } from '../../shared/json';

const asWritten = (value: unknown): string =>
	typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/**
 * What the tools of an agent have told it, as text. What it asked them is left out: a model could put in there what it
 * would like to be told.
 *
 * @param given text, or the steps of an agent
 */
export function factsOf(given: unknown): string {
	if (!Array.isArray(given)) return given === undefined || given === null ? '' : asWritten(given);
	return given
		.map((step: unknown) =>
			asWritten(isRecord(step) && 'observation' in step ? step.observation : ''),
		)
		.join('\n');
}
