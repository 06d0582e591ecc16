import { firstHour } from './00-first-hour';
import { welcome } from './01-welcome-and-records';
import type { Canvas } from './lib/canvas';
import { OTHERS } from './others';

/** The first one that a person imports: it needs no other, and no other knows it. */
export const STARTER: Canvas = firstHour;

/** All canvases of an account, by their numbers. */
export const CANVASES: readonly Canvas[] = [welcome, ...OTHERS];
