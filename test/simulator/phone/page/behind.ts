import type { CallLine, ConsoleView, PhoneView } from '../types';
import { command, read } from './api';
import { button, el, fill, the, type Child } from './dom';
import { field, form } from './sheet';
import type { Desk } from './sheets';
import type { TextKey, Words } from './texts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STEPS: Array<[text: TextKey, milliseconds: number]> = [
	['clock.minute', MINUTE_MS],
	['clock.hour', HOUR_MS],
	['clock.day', 24 * HOUR_MS],
	['clock.twoDays', 48 * HOUR_MS],
];
/** A payment allows more than anybody sends. */
const MANY = 10_000;
const MODES = ['plain', 'compatible', 'safe'] as const;

const section = (title: string, ...children: Child[]) =>
	el('section', {}, el('h2', {}, title), ...children);

function factsOf({ follower, now }: PhoneView, words: Words): Array<[string, Child]> {
	if (!follower) return [];
	const { tags, remark, window, staff, openId } = follower;
	const until = window && words.time(window.until, now);
	const open = window && (window.left < MANY ? 'behind.open' : 'behind.manyOpen');
	const left = open
		? words.say(open, { n: window?.left ?? 0, until: until ?? '' })
		: words.say('behind.closed');
	const chips = tags.map((tag) => el('li', {}, tag));
	return [
		['OpenID', el('code', {}, openId)],
		[
			words.say('behind.tags'),
			chips.length > 0 ? el('ul', { class: 'chips' }, ...chips) : words.say('behind.noTags'),
		],
		...(remark === '' ? [] : [[words.say('behind.remark'), remark] satisfies [string, Child]]),
		[words.say('behind.window'), left],
		...(staff
			? [
					[
						words.say('behind.staff'),
						staff.isWaiting ? words.say('behind.waiting') : staff.account,
					] satisfies [string, Child],
				]
			: []),
	];
}

function callElement(call: CallLine, words: Words): HTMLElement {
	const { path, method, errcode, body, at, isAboutFollower } = call;
	const isGood = errcode === 0;
	return el(
		'li',
		{ class: isAboutFollower ? 'about' : undefined },
		el(
			'details',
			{},
			el(
				'summary',
				{},
				el('code', {}, path),
				' ',
				el(
					'span',
					{ class: isGood ? 'good' : 'bad' },
					isGood ? words.say('behind.good') : String(errcode),
				),
				isAboutFollower && el('span', { class: 'unseen' }, words.say('behind.about')),
			),
			el('p', { class: 'note' }, `${method} · ${words.moment(Date.parse(at))}`),
			body !== '' && el('pre', {}, body),
		),
	);
}

/** The second pane: what the follower does not see. */
export class Behind {
	private readonly facts = el('dl');

	private readonly time = el('p');

	private readonly calls = el('ol', { class: 'calls' });

	private readonly noCalls: HTMLElement;

	private readonly connection = el('div');

	private shown = '';

	private readonly seen = new Map<number, HTMLElement>();

	constructor(private readonly desk: Desk) {
		const { words, attempt } = desk;
		const forward = STEPS.map(([text, advanceMs]) =>
			button(
				{ class: 'second' },
				() => attempt(async () => await command('clock', { advanceMs })),
				words.say(text),
			),
		);
		this.noCalls = el('p', {}, words.say('behind.noCalls'));
		fill(
			the('behind', HTMLElement),
			section(words.say('behind.follower'), this.facts),
			section(
				words.say('behind.clock'),
				this.time,
				el(
					'div',
					{ class: 'steps', role: 'group', 'aria-label': words.say('behind.forward') },
					el('span', { 'aria-hidden': 'true' }, words.say('behind.forward')),
					...forward,
				),
			),
			section(words.say('behind.calls'), this.noCalls, this.calls),
			section(words.say('behind.connect'), this.connection),
		);
		attempt(async () => await this.connect());
	}

	/** Shows what has changed. */
	show(view: PhoneView): void {
		const { words } = this.desk;
		const shown = JSON.stringify([view.follower, view.now]);
		if (shown !== this.shown) {
			this.shown = shown;
			const rows = factsOf(view, words).map(([label, value]) =>
				el('div', {}, el('dt', {}, label), el('dd', {}, value)),
			);
			fill(this.facts, ...(rows.length > 0 ? rows : [words.say('nobody')]));
			this.time.textContent = words.moment(view.now);
		}
		this.noCalls.hidden = view.calls.length > 0;
		this.showCalls(view.calls);
	}

	/** Calls stay as they are, also when a person has opened one. */
	private showCalls(calls: CallLine[]): void {
		const ids = new Set(calls.map(({ id }) => id));
		for (const [id, element] of this.seen) {
			if (ids.has(id)) continue;
			element.remove();
			this.seen.delete(id);
		}
		calls.forEach((call, index) => {
			const element = this.seen.get(call.id) ?? callElement(call, this.desk.words);
			element.classList.toggle('about', call.isAboutFollower);
			this.seen.set(call.id, element);
			const there = this.calls.children[index];
			if (there !== element) this.calls.insertBefore(element, there ?? null);
		});
	}

	/** The keys for the credential, and the server configuration. */
	private async connect(said = ''): Promise<void> {
		const { words, attempt } = this.desk;
		const given = await read<ConsoleView>('console');
		const url = el('input', { type: 'url', required: true, value: given.serverUrl });
		// With the key in the credential messages that are not encrypted are refused.
		const current = given.serverUrl === '' ? 'safe' : given.mode;
		const modes = MODES.map((mode) =>
			el('option', { value: mode, selected: mode === current }, words.say(`mode.${mode}`)),
		);
		const mode = el('select', {}, ...modes);
		const save = () =>
			attempt(async () => {
				await command('enterServer', { url: url.value.trim(), mode: mode.value });
				await this.connect(words.say('connect.saved'));
			});
		const keys: Array<[string, string]> = [
			['AppID', given.appId],
			['AppSecret', given.appSecret],
			['Token', given.token],
			['EncodingAESKey', given.encodingAesKey],
			[words.say('connect.base'), location.origin],
		];
		fill(
			this.connection,
			el('p', {}, words.say('connect.how')),
			el(
				'dl',
				{},
				...keys.map(([label, value]) =>
					el('div', {}, el('dt', {}, label), el('dd', {}, el('code', {}, value))),
				),
			),
			form(
				words.say('connect.save'),
				save,
				field(words.say('connect.url'), url),
				field(words.say('connect.mode'), mode),
			),
			el('p', { role: 'status' }, said),
		);
	}
}
