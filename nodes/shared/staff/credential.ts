import { createHash } from 'node:crypto';
import { UserInputError } from '../inputError';
import { ROBOTS, type Robot } from './robots';

/** The credential type of a group robot. */
export const ROBOT_CREDENTIAL = 'weChatStaffRobotApi';

/** A robot that can be written to. */
export interface RobotAddress {
	robot: Robot;
	url: string;
	secret: string;
	/** Tells robots apart without giving the address away. */
	mark: string;
}

const COPY = 'Copy the webhook address from the settings of the robot in the group.';

/** The address as it stands in the credential. @throws UserInputError for one of another host */
function webhookOf(robot: Robot, given: string): URL {
	const url = URL.canParse(given) ? new URL(given) : undefined;
	if (url?.protocol === 'https:' && robot.hosts.includes(url.hostname)) return url;
	throw new UserInputError(
		`The webhook URL of the credential is none of a ${robot.label} robot`,
		`It begins with https://${robot.hosts[0]}/. ${COPY}`,
	);
}

/**
 * The robot of a credential. Its address is a secret: whoever knows it can write to the group.
 *
 * @throws UserInputError when it cannot be used
 */
export function robotOf(credential: Readonly<Record<string, unknown>>): RobotAddress {
	const text = (name: string): string => String(credential[name] ?? '').trim();
	const robot = ROBOTS[text('robotKind')];
	if (!robot) throw new UserInputError('The credential names no kind of robot', 'Choose one.');
	const webhook = webhookOf(robot, text('webhookUrl'));
	const base = text('robotBaseUrl');
	const url = base === '' ? webhook : new URL(`${webhook.pathname}${webhook.search}`, base);
	const mark = createHash('sha256').update(webhook.href).digest('hex').slice(0, 12);
	return { robot, url: url.href, secret: text('signingSecret'), mark };
}
