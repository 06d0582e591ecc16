import { dingTalk } from './dingTalk';
import { feishu } from './feishu';
import type { Robot } from './robot';
import { weCom } from './weCom';

/** The kinds of group robots, as the credential names them. */
export const ROBOTS: Readonly<Record<string, Robot>> = { dingTalk, feishu, weCom };

export type { Robot, RobotCall } from './robot';
