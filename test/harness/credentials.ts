import { Credentials } from 'n8n-core';
import {
	ICredentialsHelper,
	UnexpectedError,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
} from 'n8n-workflow';

/**
 * The credential store of a test, with n8n's rules: the hidden token is got when it is empty or has
 * expired, and what `preAuthentication` returns is stored for everybody.
 */
export class TestCredentials extends ICredentialsHelper {
	/** How often the credential's own code was asked for a token. */
	renewals = 0;

	constructor(
		private readonly type: ICredentialType,
		/** What the database would hold. */
		readonly stored: ICredentialDataDecryptedObject,
	) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		if (typeof this.type.authenticate !== 'function') {
			throw new UnexpectedError('The credential has no authenticate function');
		}
		return await this.type.authenticate(credentials, request);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		_node: INode,
		isExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		if (credentials.accessToken !== '' && !isExpired) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials);
		Object.assign(this.stored, output);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<ICredentialDataDecryptedObject> {
		this.renewals += 1;
		const output = await this.type.preAuthentication?.call(helpers, credentials);
		if (!output) throw new UnexpectedError('The credential has no preAuthentication');
		return output as ICredentialDataDecryptedObject;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		return new Credentials({ id: details.id, name: details.name }, type, '');
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		const defaults = Object.fromEntries(
			this.type.properties.map(({ name, default: value }) => [name, value]),
		);
		return { ...defaults, ...this.stored } as ICredentialDataDecryptedObject;
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}
}
