import { text } from '../../../shared/operations/fields';
import { fileResult, outputDataFieldName } from '../binary';
import { qrCodeImage } from './image';
import { itemOperation } from '../operation';

export const getImage = itemOperation({
	option: {
		name: 'Get Image',
		value: 'getImage',
		action: 'Get image of QR code',
		description: 'Download the picture of a QR code',
	},
	endpoints: ['GET /cgi-bin/showqrcode'],
	fields: { ticket: text('Ticket', { hint: 'From Create' }), outputDataFieldName },
	async execute(ctx, { ticket, outputDataFieldName }) {
		const file = await qrCodeImage(ctx, ticket);
		return await fileResult(ctx, outputDataFieldName, file, { ticket });
	},
});
