import type { IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../../shared/inputError';
import { text } from '../../../shared/operations/fields';
import { redact } from '../../../shared/transport/redact';
import { post } from '../call';
import { itemOperation } from '../operation';

const RID = /^[0-9a-f]+(-[0-9a-f]+){2}$/i;

export const lookUpRid = itemOperation({
	option: {
		name: 'Look Up Request',
		value: 'lookUpRid',
		action: 'Look up request of account',
		description: 'Look up what WeChat has recorded of a call, by the rid of its answer',
	},
	endpoints: ['POST /cgi-bin/openapi/rid/get'],
	fields: {
		rid: text('Request ID', {
			placeholder: 'e.g. 61725984-6126f6f9-040f19c4',
			hint: 'The rid in the message of a call; WeChat keeps it for 7 days',
		}),
	},
	async execute(ctx, { rid }) {
		if (!RID.test(rid)) {
			throw new UserInputError(
				"'Request ID' is not an ID of a call",
				'Copy what follows rid: in the message of the call, e.g. 61725984-6126f6f9-040f19c4.',
			);
		}
		const { request = {} } = await post<{ request?: IDataObject }>(
			ctx,
			'/cgi-bin/openapi/rid/get',
			{ rid },
			true,
		);
		const url = redact(String(request.request_url ?? ''));
		return { rid, ...request, request_url: url };
	},
});
