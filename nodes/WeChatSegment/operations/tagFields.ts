import { text } from '../../shared/operations/fields';
import { SEGMENTS, type Segment } from '../engine/segments';

const tagField = (label: string, tag: string) =>
	text(`${label} Tag`, { default: tag, placeholder: `e.g. ${tag}` });

/** Names of the tags that stand for the segments on the account. */
export const tagFields = {
	highValueTag: tagField('High Value', '高价值'),
	potentialTag: tagField('Potential', '潜在'),
	dormantTag: tagField('Dormant', '沉默'),
	lostTag: tagField('Lost', '流失'),
};

/** What is filled in there. */
export const tagNamesOf = (
	values: Readonly<Record<keyof typeof tagFields, string>>,
): Map<Segment, string> =>
	new Map(SEGMENTS.map((segment): [Segment, string] => [segment, values[`${segment}Tag`]]));
