import type { INodeProperties } from 'n8n-workflow';
import { operationIn, propertiesOf } from '../../shared/operations/registry';
import type { Operation, Resource } from './operation';
import { account } from './account';
import { broadcast } from './broadcast';
import { comment } from './comment';
import { customerService } from './customerService';
import { customerServiceMessage } from './customerServiceMessage';
import { draft } from './draft';
import { image } from './image';
import { jsSdk } from './jsSdk';
import { language } from './language';
import { media } from './media';
import { menu } from './menu';
import { publish } from './publish';
import { qrCode } from './qrCode';
import { shortLink } from './shortLink';
import { statistics } from './statistics';
import { subscriptionNotice } from './subscriptionNotice';
import { tag } from './tag';
import { templateMessage } from './templateMessage';
import { user } from './user';
import { webAuthorization } from './webAuthorization';

/** Every resource, in the order of the list (alphabetical by name, as n8n wants it). */
export const resources: Resource[] = [
	account,
	broadcast,
	comment,
	customerService,
	customerServiceMessage,
	draft,
	image,
	jsSdk,
	language,
	media,
	menu,
	publish,
	qrCode,
	shortLink,
	statistics,
	subscriptionNotice,
	tag,
	templateMessage,
	user,
	webAuthorization,
];

/** All fields of the node. */
export const actionProperties = (): INodeProperties[] =>
	propertiesOf(resources, customerServiceMessage);

/** The operation with these ids; undefined when there is none. */
export const findOperation = (resource: string, operation: string): Operation | undefined =>
	operationIn(resources, resource, operation);
