import { median } from '../lib/measure';
import { MESSAGES, openChat, WARM_UP } from './messages';
import type { NewSide } from './sides';

const ANSWERED = { key: 'shipping', keyword: '运费', reply: '满 99 元包邮。', level: 'function' };

/** A library of so many keywords, of which one answers. */
const libraryOf = (size: number) =>
	Array.from({ length: size }, (_, position) =>
		position === 0
			? ANSWERED
			: {
					key: `k${position}`,
					keyword: `商品${position}号`,
					reply: `第 ${position} 号商品的介绍。`,
					level: 'product',
				},
	);

/** Milliseconds from message to reply with a library of each size, in turn. */
export async function bySize(
	sides: readonly NewSide[],
	sizes: readonly number[],
): Promise<number[]> {
	const chats = [];
	for (const [position, side] of sides.entries()) {
		chats.push(
			await openChat(side, async () => await Promise.resolve(libraryOf(sizes[position] ?? 0))),
		);
	}
	const times = chats.map((): number[] => []);
	for (let number = 0; number < WARM_UP + MESSAGES; number++) {
		for (const [position, chat] of chats.entries()) {
			await chat.greet(`oReader${number}`);
			const taken = await chat.ask(`oReader${number}`);
			if (number >= WARM_UP) times[position]?.push(taken);
		}
	}
	return times.map(median);
}
