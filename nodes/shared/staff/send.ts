import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { BoundedMap } from '../boundedMap';
import { isRecord, valueOfJson } from '../json';
import { UserInputError } from '../inputError';
import { WeChatTransportError } from '../transport/errors';
import { networkFailure } from '../transport/networkFailure';
import type { RobotAddress } from './credential';
import { cutBytes, shortened, type Note } from './note';

const TIMEOUT_MS = 15_000;
const MINUTE_MS = 60_000;
const MAX_ROBOTS = 200;

/** When this process wrote to each robot in the last minute. */
const written = new BoundedMap<string, number[]>(MAX_ROBOTS);

/** Waits until a robot takes another message of this process. */
export async function waitForTurn({ robot, mark }: RobotAddress): Promise<void> {
	for (;;) {
		const now = Date.now();
		const recent = (written.get(mark) ?? []).filter((at) => at > now - MINUTE_MS);
		const [first] = recent;
		if (first === undefined || recent.length < robot.perMinute) {
			written.set(mark, [...recent, now]);
			return;
		}
		await sleep(first + MINUTE_MS - now);
	}
}

/** The error itself may hold the address, which is a secret. */
function failureOf(label: string, error: unknown): WeChatTransportError {
	const { outcome } = networkFailure(error, 'robot');
	return outcome === 'notSent'
		? new WeChatTransportError(
				'robot',
				`The robot of ${label} could not be reached`,
				'Check the internet connection of n8n. Nothing was sent.',
				outcome,
			)
		: new WeChatTransportError(
				'robot',
				`The connection to the robot of ${label} broke before the answer came`,
				'It is unknown whether the message has arrived. Look into the group.',
				'unknown',
			);
}

/**
 * Sends a note to a group. Robots refuse with HTTP 200: the words are in the answer.
 *
 * @throws UserInputError when the robot refuses it; WeChatTransportError when no answer came
 */
export async function sendToRobot(
	ctx: Pick<IExecuteFunctions, 'helpers'>,
	{ robot, url, secret }: RobotAddress,
	note: Note,
): Promise<IDataObject> {
	const message = robot.message(shortened(note, robot.maxTextBytes));
	const { query, body } = robot.signed(message, secret, Date.now());
	let answer: unknown;
	try {
		answer = await ctx.helpers.httpRequest({
			method: 'POST',
			url,
			qs: query,
			body: JSON.stringify(body),
			headers: { 'content-type': 'application/json' },
			encoding: 'text',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			timeout: TIMEOUT_MS,
		});
	} catch (error) {
		throw failureOf(robot.label, error);
	}
	const data = typeof answer === 'string' ? valueOfJson(answer) : answer;
	if (!isRecord(data)) {
		throw new WeChatTransportError(
			'robot',
			`The robot of ${robot.label} has answered with something else than data`,
			'Look into the group whether the message has arrived, and check the webhook in the credential.',
			'unknown',
		);
	}
	const refusal = robot.refusal(data as IDataObject);
	if (!refusal) return { sentTo: robot.name };
	throw new UserInputError(
		`The robot of ${robot.label} has refused the message: ${cutBytes(refusal.words, 300)} (${refusal.code})`,
		robot.advice[refusal.code] ?? 'Look up the number in the documentation of the robot.',
	);
}
