import type { Account } from '../lib/account';
import { FormVisitor } from '../lib/form';
import { PASSWORD } from '../lib/installing';
import { writeContent } from './content';

/** Who tries the account out before it opens. */
const OWNER = 'oOwner';
/** Percent of the silent who are not written to. Of a few, a tenth would be nobody to compare with. */
const HOLD_OUT = 10;
const HOLD_OUT_OF_FEW = 25;
const SMALL_CAST = 100;
/** What the staff is asked about a submission. */
const SUBMISSION = /新投稿，请评审[\s\S]*编号：(\w{5}-\w{5})/;
const PUBLIC_NUMBER = '3 8 6';

/** The person who runs the account, at the forms and by hand. */
export class Operator {
	/** Codes of submissions. */
	private readonly reviewed = new Set<string>();

	constructor(private readonly account: Account) {}

	/** Gets the account ready for so many followers. */
	async open(followers: number): Promise<void> {
		await this.tryOut();
		await writeContent(this.account, followers < SMALL_CAST ? HOLD_OUT_OF_FEW : HOLD_OUT);
		// Whom the campaign would write to is looked up now, so the table of consents is there, too.
		await this.account.run('13', 'ten');
	}

	/** Writes a word and has everything run once that begins with a table of examples: now all of them are there. */
	private async tryOut(): Promise<void> {
		const { account } = this;
		account.simulator.platform.state.addFollower(OWNER);
		await account.push({ FromUserName: OWNER, MsgType: 'text', Content: '在吗' });
		await account.settled();
		await account.run('13', 'ten');
		await account.run('06', 'hand');
		await account.run('10', 'night');
		await account.run('11', 'morning');
	}

	/** Reviews the submissions that the staff was asked about since the last time. */
	async review(): Promise<void> {
		const { account, reviewed } = this;
		const asked = account.staff.messages.flatMap((text) => SUBMISSION.exec(text)?.[1] ?? []);
		for (const code of asked.filter((each) => !reviewed.has(each))) {
			reviewed.add(code);
			const form = await FormVisitor.open(account.formOf('09', 'form'), PASSWORD);
			await form.submit({
				'field-0': code,
				'field-1': JSON.stringify(['入选']),
				'field-2': '写得真好',
			});
			if (!form.html.includes('评审完成')) throw new Error(`No review: ${form.html}`);
		}
	}

	/** The public number of a lottery has come out, and is entered as it was published. */
	async enterPublicNumber(): Promise<void> {
		const form = await FormVisitor.open(this.account.formOf('07', 'number'), PASSWORD);
		await form.submit({ 'field-0': PUBLIC_NUMBER });
		if (!form.html.includes('已开奖')) throw new Error(`The draw was refused: ${form.html}`);
	}
}
