import type { INode } from 'n8n-workflow';
import { STICKY } from './files';

/** Width and height of a node. */
const NODE_SIZE = 100;

/** The place that something takes on a canvas. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export function boxOf({ position: [left, top], parameters, type }: INode): Box {
	const isSticky = type === STICKY;
	const width = isSticky ? Number(parameters.width) : NODE_SIZE;
	const height = isSticky ? Number(parameters.height) : NODE_SIZE;
	return { left, top, right: left + width, bottom: top + height };
}

export const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
