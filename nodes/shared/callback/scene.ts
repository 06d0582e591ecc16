import type { IDataObject } from 'n8n-workflow';
import { textOf } from './fields';

/** Where somebody comes from; fields that do not apply are absent. */
export interface Scene {
	/** Scene of the QR code that was scanned, exactly as it was given when the code was made. */
	scene?: string;
	/** How somebody came to follow: by a QR code of the account, or after paying with WeChat. */
	source?: 'payment' | 'qrCode';
}

/** WeChat puts it before the scene when the scan made somebody follow, and not when they followed before. */
const SCENE_PREFIX = 'qrscene_';

/** Following after a payment: the number of the payment, no scene. */
const PAYMENT_PREFIX = 'last_trade_no_';

/** Reads the EventKey of following and scanning (WeChat: receiving event pushes). */
export function sceneOf(kind: string, fields: IDataObject): Scene {
	const key = textOf(fields, 'EventKey');
	if (key === '') return {};
	if (kind === 'event.SCAN') return { scene: key, source: 'qrCode' };
	if (kind !== 'event.subscribe') return {};
	if (key.startsWith(SCENE_PREFIX)) {
		const scene = key.slice(SCENE_PREFIX.length);
		return scene === '' ? { source: 'qrCode' } : { scene, source: 'qrCode' };
	}
	return key.startsWith(PAYMENT_PREFIX) ? { source: 'payment' } : {};
}
