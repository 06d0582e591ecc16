import type { Row } from './rows';
import type { World } from './world';

type Method = (...given: unknown[]) => unknown;

/** A method of a client, by its name. */
export function methodOf(client: object, name: string): Method {
	const found: unknown = Reflect.get(client, name);
	if (typeof found !== 'function') throw new Error(`The client has no ${name}`);
	return (...given) => Reflect.apply(found, client, given) as unknown;
}

type Client = new (appId: string, appSecret: string) => object;

/** A client with the keys of the account. */
export function connect(made: Client, { simulator }: World): object {
	const { appId, appSecret } = simulator.platform.state.account;
	const client = new made(appId, appSecret);
	redirect(client, simulator.url);
	return client;
}

/** Sends everything to the simulator, as clients have hosts of WeChat in their code. */
function redirect(client: object, simulatorUrl: string): void {
	const request = methodOf(client, 'request');
	Reflect.set(client, 'request', (url: string, ...rest: unknown[]) =>
		request(url.replace(/^https?:\/\/[^/]+/, simulatorUrl), ...rest),
	);
}

/** Plays a row and compares what it says with what came of it. */
export async function play(
	world: World,
	call: (name: string, given: unknown[]) => Promise<unknown>,
	[name, given, answer, look, seen]: Row,
): Promise<void> {
	const values = typeof given === 'function' ? given(world) : given;
	if (typeof answer === 'number') {
		await expect(call(name, values)).rejects.toMatchObject({ code: answer });
		return;
	}
	const got = await call(name, values);
	if (Buffer.isBuffer(answer)) expect(got).toEqual(answer);
	else expect(plain(got)).toMatchObject(answer);
	if (look) expect(look(world)).toEqual(seen);
}

/** Without the prototypes that JSON parsers of clients leave out. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
