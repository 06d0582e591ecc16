import { NodeHelpers, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { patternOf } from '../shared/text/pattern';
import type { Filters } from './filters';

/** One row of *Forward To*. */
export interface TargetRow {
	/** Path of a webhook on this n8n, or a URL. */
	to?: string;
	/** What the author calls it. */
	name?: string;
	/** Kinds it is told of; all of them when absent. */
	kinds?: string[];
	/** Pattern of the texts it is told of. With it, nothing but texts. */
	text?: string;
	/** Whether it is told only what no other one has replied to. */
	isLast?: boolean;
}

export interface Target {
	/** How it is called in the log: its name or its address, never with a query or a password. */
	label: string;
	url: string;
	/** What it is told of, by any of these; other calls would be for nothing. */
	wants: Filters[];
	/** Whether it is called only when no other one has replied. */
	isLast: boolean;
}

export interface ResolvedTargets {
	targets: Target[];
	/** What is wrong with the other rows, one sentence each. */
	problems: string[];
}

const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const PATH = /^[^\s?#\\]+$/;

function parseUrl(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}

/** The address that a row names; undefined when it names none that can be called. */
function resolve(to: string, base: string): URL | undefined {
	if (SCHEME.test(to)) {
		const url = parseUrl(to);
		return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
	}
	const path = to.replace(/^\/+/, '');
	return PATH.test(path) ? parseUrl(`${base}${path}`) : undefined;
}

const addressOf = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

/**
 * The triggers that receive the same request.
 *
 * @param rows as filled in; blank ones are left out; a trigger that is named twice is called once
 * @param own address of this trigger, which must not forward to itself
 * @param base address below which the webhooks of this n8n live, with a slash at its end
 */
export function resolveTargets(rows: TargetRow[], own: string, base: string): ResolvedTargets {
	const known = new Map<string, Target>();
	const problems: string[] = [];
	for (const row of rows) {
		const to = String(row.to ?? '').trim();
		if (to === '') continue;
		const url = resolve(to, base);
		const { problem } = patternOf(row.text ?? '');
		if (problem) problems.push(`the pattern of "${row.name || to}" cannot be used: ${problem}`);
		else if (!url)
			problems.push(`"${to.split('?', 1)[0]}" is neither a webhook path nor an http(s) URL`);
		else if (addressOf(url) === own) problems.push('A trigger cannot forward to itself');
		else {
			const label = String(row.name ?? '').trim() || addressOf(url);
			const { kinds = [], text = '', isLast = false } = row;
			const target = known.get(url.href) ?? { label, url: url.href, wants: [], isLast };
			target.wants.push({ kinds, text, textCondition: text ? 'regex' : 'any', senders: [] });
			known.set(url.href, target);
		}
	}
	return { targets: [...known.values()], problems };
}

type Context = Pick<
	IHookFunctions | IWebhookFunctions,
	'getNode' | 'getNodeWebhookUrl' | 'getWorkflow'
>;

/** The rows, resolved for the n8n that this trigger runs on. */
export function targetsOf(ctx: Context, rows: TargetRow[]): ResolvedTargets {
	if (rows.length === 0) return { targets: [], problems: [] };
	const own = ctx.getNodeWebhookUrl('default') ?? '';
	const path = NodeHelpers.getNodeWebhookPath(ctx.getWorkflow().id ?? '', ctx.getNode(), 'wechat');
	return resolveTargets(rows, own, own.slice(0, own.length - path.length));
}
