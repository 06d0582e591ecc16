import { resources } from '../../../nodes/WeChatOfficialAccount/actions/registry';
import type { Access } from '../../../nodes/WeChatOfficialAccount/actions/operation';

const WHO: Record<Access, string> = {
	all: 'any account',
	verified: 'verified account',
	service: 'verified service account',
};

/** A text in a cell of a table. */
export const cell = (text: string) => text.replace(/\|/g, '\\|');

/** What WeChat has retired or frozen, so that nobody looks for it here. */
const LEFT_OUT = `## Not among them

The access token (\`cgi-bin/stable_token\`) is got by the credential. Retired by WeChat: \`material/add_news\`,
\`material/update_news\`, \`media/uploadnews\` and \`media/uploadvideo\` (now drafts), \`draft/switch\`, \`shorturl\` (now
short keys), the article statistics before November 2025, \`semantic/semproxy\`. Cards, stores, Wi-Fi, devices, shake
nearby, invoices and shopping guides are products of their own. For any other endpoint use n8n's _HTTP Request_ node with
this credential.
`;

/** The page docs/operations.md, from the same source as the node itself. */
export function operationsPage(): string {
	const sections = resources.map(({ option, access, operations }) => {
		const rows = operations.map((operation) => {
			const endpoints = operation.endpoints.map((endpoint) => `\`${endpoint}\``).join('<br>');
			const who = WHO[operation.access ?? access];
			const cells = [operation.option.name, endpoints || '–', who, operation.limits ?? ''];
			return `| ${cells.map(cell).join(' | ')} |`;
		});
		const head = '| Operation | Endpoint | Who may call it | Limits |\n| --- | --- | --- | --- |';
		return `## ${option.name}\n\n${head}\n${rows.join('\n')}\n`;
	});
	const count = resources.reduce((sum, { operations }) => sum + operations.length, 0);
	const intro = `${count} operations of the *WeChat Official Account* node. This page is made from the node's own description by \`npm run docs\`.`;
	return `# Operations\n\n${intro}\n\n${sections.join('\n')}\n${LEFT_OUT}`;
}
