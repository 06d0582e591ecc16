import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { lookupIn, type Catalogue } from './catalogue';
import { subtitleOf } from './subtitle';
import { withTexts, type Lookup } from './texts';

export { lookupIn };

type NodeClass = new () => INodeType;
type CredentialClass = new () => ICredentialType;

/** A description in other words, with a subtitle in words. */
export function translatedDescription(
	description: INodeTypeDescription,
	lookup: Lookup,
): INodeTypeDescription {
	const translated = withTexts(description, lookup);
	return { ...translated, subtitle: subtitleOf(translated, lookup) };
}

/** What a credential shows, in other words. */
export function translatedCredential(
	{ displayName, properties, test }: ICredentialType,
	lookup: Lookup,
): Pick<ICredentialType, 'displayName' | 'properties' | 'test'> {
	return withTexts({ displayName, properties, test }, lookup);
}

/** The same node in other words. @param catalogue all texts of this node */
export function translatedNode(Node: NodeClass, catalogue: Catalogue): NodeClass {
	return class extends Node {
		constructor() {
			super();
			this.description = translatedDescription(this.description, lookupIn([catalogue]));
		}
	};
}

/** The same credential in other words. @param catalogue all texts of this credential */
export function translatedCredentialType(
	Credential: CredentialClass,
	catalogue: Catalogue,
): CredentialClass {
	return class extends Credential {
		constructor() {
			super();
			Object.assign(this, translatedCredential(this, lookupIn([catalogue])));
		}
	};
}
