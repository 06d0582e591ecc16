import { sentAtCode } from '../lib/settings.mjs';

export const TRIGGER = 'When somebody writes';
export const ROUTER = 'Find the keyword';

/** JavaScript for the message, its sender and its time. */
export const message = `$('${TRIGGER}').first().json`;
export const openId = `${message}.wechat.openId`;
export const at = sentAtCode(TRIGGER);

/** JavaScript for the message as it left the router, by whichever of its first three outputs. */
export const routed = `[0, 1, 2].flatMap((output) => $('${ROUTER}').all(output))[0].json`;
