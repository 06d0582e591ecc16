import type { Resource } from '../operation';
import { create } from './create.operation';
import { getImage } from './getImage.operation';

export const qrCode: Resource = {
	option: { name: 'QR Code', value: 'qrCode' },
	access: 'service',
	notice: 'QR codes with a scene (带参数二维码) need a verified service account.',
	operations: [create, getImage],
};
