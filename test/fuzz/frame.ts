import { createCipheriv } from 'node:crypto';
import type { Account } from '../simulator/state';
import type { Dice } from './dice';

const BLOCK = 16;
const PADDED_TO = 32;

/** What is inside of an encrypted message. */
interface Frame {
	random: Buffer;
	/** Bytes that the message is said to have. */
	length: number;
	message: Buffer;
	appId: string;
	padding: Buffer;
}

function bytesOf({ random, length, message, appId, padding }: Frame): Buffer {
	const size = Buffer.alloc(4);
	size.writeUInt32BE(length >>> 0);
	return Buffer.concat([random, size, message, Buffer.from(appId), padding]);
}

/** The frame of a message, as the platform makes it. */
export function frameOf(text: string, appId: string, dice: Dice): Frame {
	const message = Buffer.from(text);
	const length = 20 + message.length + Buffer.byteLength(appId);
	const missing = PADDED_TO - (length % PADDED_TO);
	const padding = Buffer.alloc(missing, missing);
	return { random: dice.bytes(16), length: message.length, message, appId, padding };
}

type Damage = (frame: Frame, dice: Dice) => Partial<Frame>;

const DAMAGES: readonly Damage[] = [
	({ length }, dice) => ({ length: length + dice.below(40) - 20 }),
	(_, dice) => ({ length: dice.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 65_536]) }),
	(_, dice) => ({ padding: Buffer.alloc(dice.below(64), dice.below(256)) }),
	({ padding }, dice) => {
		const bent = Buffer.from(padding);
		bent[dice.below(bent.length)] = dice.below(256);
		return { padding: bent };
	},
	({ appId }, dice) => ({ appId: appId.slice(0, dice.below(appId.length)) }),
	({ appId }, dice) => ({ appId: appId + dice.pick(['x', '\u0000', '\u0001', ' ', appId]) }),
	(_, dice) => ({ appId: dice.pick(['', 'wx0000000000000000', '\u0020'.repeat(18)]) }),
	({ random }, dice) => ({ random: random.subarray(0, dice.below(16)) }),
	({ message }, dice) => ({ message: message.subarray(0, dice.below(message.length)) }),
];

/** The frame with one of its parts wrong. */
export const damaged = (frame: Frame, dice: Dice): Frame => ({
	...frame,
	...dice.pick(DAMAGES)(frame, dice),
});

/** Whether a frame is one that the platform may have made for an account; padding counts by its last byte alone. */
export function isWhole(
	{ random, length, message, padding, ...frame }: Frame,
	appId: string,
): boolean {
	const isPadded =
		padding.length > 0 && padding.length <= PADDED_TO && padding.at(-1) === padding.length;
	return random.length === 16 && length === message.length && frame.appId === appId && isPadded;
}

/** The ciphertext of a frame, right or wrong; what is no whole block is filled up. */
export function encrypted(frame: Frame, { encodingAesKey }: Account): string {
	const key = Buffer.from(`${encodingAesKey}=`, 'base64');
	const plain = bytesOf(frame);
	const whole = Buffer.concat([plain, Buffer.alloc((BLOCK - (plain.length % BLOCK)) % BLOCK)]);
	const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, BLOCK)).setAutoPadding(false);
	return Buffer.concat([cipher.update(whole), cipher.final()]).toString('base64');
}
