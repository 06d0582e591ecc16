import type { Resource } from '../operation';
import { close } from './close.operation';
import { deleteComment } from './delete.operation';
import { deleteReply } from './deleteReply.operation';
import { elect } from './elect.operation';
import { getMany } from './getMany.operation';
import { open } from './open.operation';
import { reply } from './reply.operation';
import { unelect } from './unelect.operation';

export const comment: Resource = {
	option: { name: 'Comment', value: 'comment' },
	access: 'verified',
	notice: 'Needs a verified account that has the comment function (留言).',
	operations: [close, deleteComment, deleteReply, elect, getMany, open, reply, unelect],
};
