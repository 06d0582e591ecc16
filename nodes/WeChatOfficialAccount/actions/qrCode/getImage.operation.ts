import { requiredText, textField } from '../../descriptions/fields';
import { fileOutputField, fileResult } from '../binary';
import { qrCodeImage } from './image';
import type { ItemOperation } from '../operation';

export const getImage: ItemOperation = {
	option: {
		name: 'Get Image',
		value: 'getImage',
		action: 'Get image of QR code',
		description: 'Download the picture of a QR code',
	},
	endpoints: ['GET /cgi-bin/showqrcode'],
	properties: [textField('Ticket', 'ticket', { hint: 'From Create' }), fileOutputField],
	async execute(ctx, itemIndex) {
		const ticket = requiredText(ctx, 'ticket', 'Ticket', itemIndex);
		const file = await qrCodeImage(ctx, ticket);
		return await fileResult(ctx, itemIndex, file, { ticket });
	},
};
