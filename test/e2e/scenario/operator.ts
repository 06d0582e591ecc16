import type { Account } from '../lib/account';
import { FormVisitor } from '../lib/form';
import { PASSWORD } from '../lib/installing';

/** Who tries the account out before it opens. */
const OWNER = 'oOwner';
const PUBLIC_NUMBER = '3 8 6';

/** The person who runs the account, at the forms and by hand. */
export class Operator {
	constructor(private readonly account: Account) {}

	/** Writes a word and has everything run once that begins with a table of examples: now all of them are there. */
	async tryOut(): Promise<void> {
		const { account } = this;
		account.simulator.platform.state.addFollower(OWNER);
		await account.push({ FromUserName: OWNER, MsgType: 'text', Content: '在吗' });
		await account.settled();
		await account.run('13', 'ten');
		await account.run('10', 'night');
	}

	/** The public number of a lottery has come out, and is entered as it was published. */
	async enterPublicNumber(): Promise<void> {
		const form = await FormVisitor.open(this.account.formOf('07', 'number'), PASSWORD);
		await form.submit({ 'field-0': PUBLIC_NUMBER });
		if (!form.html.includes('已开奖')) throw new Error(`The draw was refused: ${form.html}`);
	}
}
