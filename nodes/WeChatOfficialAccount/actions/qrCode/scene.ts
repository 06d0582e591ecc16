import type { IDataObject } from 'n8n-workflow';
import { atMost } from '../../../shared/limits';

const DAY_S = 86_400;
const MAX_SCENE = 64;
const MAX_PERMANENT_NUMBER = 100_000;
const MAX_NUMBER = 0xffffffff;

/**
 * What to ask WeChat for (qrcode/create). A scene that is a number within WeChat's range travels as
 * one, everything else as text.
 *
 * @throws UserInputError when the scene is longer than WeChat accepts
 */
export function qrCodeBody(scene: string, isPermanent: boolean, days: number): IDataObject {
	const number = /^[1-9]\d{0,9}$/.test(scene) ? Number(scene) : 0;
	const isNumber = number > 0 && number <= (isPermanent ? MAX_PERMANENT_NUMBER : MAX_NUMBER);
	const advice = 'Shorten it, e.g. to an ID that your data explains.';
	atMost('Scene', scene, MAX_SCENE, 'characters', advice);
	const kind = isNumber ? 'SCENE' : 'STR_SCENE';
	return {
		...(isPermanent ? {} : { expire_seconds: days * DAY_S }),
		action_name: isPermanent ? `QR_LIMIT_${kind}` : `QR_${kind}`,
		action_info: { scene: isNumber ? { scene_id: number } : { scene_str: scene } },
	};
}
