import { welcome } from './01-welcome-and-records';
import type { Canvas } from './lib/canvas';
import { OTHERS } from './others';

/** All canvases, by their numbers. */
export const CANVASES: readonly Canvas[] = [welcome, ...OTHERS];
