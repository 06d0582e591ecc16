import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { weChatRequest } from '../../shared/transport/request';
import type { WeChatRequest } from '../../shared/transport/types';

/** Calls an endpoint by GET. */
export async function get<T extends object = IDataObject>(
	ctx: IExecuteFunctions,
	path: string,
	query?: WeChatRequest['query'],
): Promise<T> {
	return await weChatRequest<T>(ctx, { method: 'GET', path, query });
}

/**
 * Calls an endpoint by POST.
 *
 * @param safe true for a read, which may be repeated after a network fault
 */
export async function post<T extends object = IDataObject>(
	ctx: IExecuteFunctions,
	path: string,
	body: IDataObject = {},
	safe = false,
): Promise<T> {
	return await weChatRequest<T>(ctx, { method: 'POST', path, body, safe });
}
