import { createHash } from 'node:crypto';
import type { OnceOutgoing } from '../../shared/records/onceFields';
import type { Outgoing } from '../../shared/records/sentRow';

/** What *Only Once* has to know of an operation. */
export type OnceDeclared<Values> = Pick<Outgoing, 'isRepeatable' | 'repeatableForMs' | 'what'> & {
	/** What it is about, where there can be but one such call, e.g. the comment that is replied to. */
	subject?(values: Values): string;
	/** What it is about, where it is not the follower; the same key counts for each one apart. */
	target?(values: Values): string;
};

/** What *Only Once* has to know of an operation that joins the items. A second call changes nothing at WeChat. */
export type BatchOnceDeclared<Values> = Pick<OnceDeclared<Values>, 'target' | 'what'> & {
	recipients(values: Values): string[];
};

/** What goes out for one item of a batch. */
export interface BatchOutgoing extends Omit<OnceOutgoing, 'operation'> {
	openIds: string[];
}

/** What goes out with some values, to the follower where the operation has a field for one. */
export function outgoingOf<Values extends object>(
	{ subject, target, ...declared }: OnceDeclared<Values>,
	values: Values,
): Omit<OnceOutgoing, 'operation'> {
	const openId = 'openId' in values && typeof values.openId === 'string' ? values.openId : '';
	const known = subject?.(values);
	const about = known ?? target?.(values) ?? openId;
	return { ...declared, openId, target: about, isKnownByTarget: known !== undefined };
}

/** What goes out with the values of one item of a batch: to one follower, or to a list. */
export function batchOutgoingOf<Values>(
	{ what, target, recipients }: BatchOnceDeclared<Values>,
	values: Values,
): BatchOutgoing {
	const openIds = recipients(values);
	const openId = openIds.length === 1 ? (openIds[0] ?? '') : '';
	// A list stands in the key as a digest: it has any length, and the row stays when one of them leaves.
	const to = openIds.length === 1 ? openId : digestOf([...openIds].sort().join(','));
	const about = target ? `${target(values)}:${to}` : to;
	return { what, isRepeatable: true, openId, openIds, target: about };
}

const digestOf = (list: string): string =>
	createHash('sha256').update(list).digest('hex').slice(0, 32);
