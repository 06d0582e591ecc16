import type { Words } from './zh';

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1_440;

/** `1 d 2 h`, `5 min`. */
function englishDuration(minutes: number): string {
	const whole = Math.max(0, Math.round(minutes));
	const parts = [
		`${Math.floor(whole / MINUTES_OF_DAY)} d`,
		`${Math.floor((whole % MINUTES_OF_DAY) / MINUTES_OF_HOUR)} h`,
		`${whole % MINUTES_OF_HOUR} min`,
	].filter((part) => !part.startsWith('0 '));
	return parts.slice(0, 2).join(' ') || 'less than a minute';
}

/** What the pages say, in English. */
export const en: Words = {
	lang: 'en',
	title: 'Staff inbox',
	nobody: 'Nobody is waiting for an answer.',
	waiting: (count) => `${count} waiting`,
	refresh: 'Refresh',
	isCut: 'More people wait than are shown.',
	recently: 'Closed last',
	backToList: 'Back to the inbox',
	skipToAnswer: 'Skip to the answer',
	followerNamed: (end) => `Follower …${end}`,
	nobodyKnown: 'Follower without a name',
	urgency: { late: 'Late', atRisk: 'Soon late', onTrack: '' },
	channel: { chat: 'Chat', comment: 'Comment' },
	vip: 'VIP',
	waits: (minutes) => `waiting ${englishDuration(minutes)}`,
	due: (time) => `answer due ${time}`,
	closedAt: (time) => `closed ${time}`,
	profile: 'Profile',
	noProfile:
		'Nothing is known of this follower yet. Workflow 01 keeps records once it is published.',
	labels: {
		remark: 'Remark',
		tier: 'Tier',
		segment: 'Segment',
		tags: 'Tags',
		points: 'Points',
		streak: 'Checked in for',
		lastAt: 'Last contact',
		subscribedAt: 'Followed',
		channel: 'Came by',
		groupName: 'Group',
		openId: 'OpenID',
		reach: 'Can be reached',
	},
	days: (count) => (count === 1 ? '1 day' : `${count} days`),
	segments: { highValue: 'High value', potential: 'Potential', dormant: 'Dormant', lost: 'Lost' },
	conversation: 'Conversation',
	nothingSaid: 'No words were recorded.',
	from: { follower: 'Follower', staff: 'We', account: 'Sent automatically' },
	kinds: {
		'event.CLICK': 'Menu tap',
		image: 'Picture',
		link: 'Link',
		location: 'Location',
		shortvideo: 'Short video',
		video: 'Video',
		voice: 'Voice',
	},
	unsure: 'It is not certain that it arrived',
	openArticle: 'Open article',
	answer: 'Answer',
	text: 'Your answer',
	textHint: 'Up to 2,048 bytes each, about 680 Chinese characters.',
	publicHint: 'All readers see it. A comment takes one answer of at most 600 characters.',
	by: 'Your name (optional)',
	send: 'Send and close',
	withoutAnswer: 'No answer from here',
	answeredElsewhere: 'Answered elsewhere, close',
	needsNone: 'No answer needed, close',
	canWrite: (count, until) =>
		`${count} customer service ${count === 1 ? 'message' : 'messages'} left, until ${until}.`,
	canReplyPublicly: 'One public answer.',
	notNow: 'Not now',
	barriers: {
		answered: 'This comment has been answered. WeChat allows one answer.',
		closed:
			'The follower has not written for 48 hours, so WeChat takes no customer service message.',
		left: 'This person does not follow the account, so nothing can be sent.',
		usedUp:
			'All 5 customer service messages since the last message have been sent. The follower has to write again.',
	},
	otherwise: {
		intro: 'What else can be done:',
		notices: (count) => `Send a subscription notice: the follower agreed to ${count}.`,
		template: 'A template message is for service notifications only, not for chatting.',
		wait: 'Wait until the follower writes: then you have 48 hours again.',
		elsewhere: "Call, or write elsewhere, and then press 'Answered elsewhere, close'.",
	},
	done: {
		sent: 'Sent. The case is closed.',
		sentMore: 'Sent. The follower has just written again, so the case stays open.',
		closed: 'The case is closed.',
	},
	refusals: {
		answered: 'Not sent: the comment has an answer already.',
		closed:
			'Not sent: the follower has not written for 48 hours, so WeChat takes no customer service message.',
		colleague: 'Not sent: somebody else has answered. Look first, then decide.',
		empty: 'Not sent: write an answer first.',
		expired: 'Not sent: the page was open for too long. Look at the conversation and send again.',
		gone: 'Not sent: the comment has been deleted.',
		left: 'Not sent: this person does not follow the account.',
		newMessage: 'Not done yet: the follower has just written again. Look, then press once more.',
		noPermission:
			"Not sent: the account may not send customer service messages (personal and unverified accounts may not). Answer in WeChat's console, then press 'Answered elsewhere, close'.",
		notReached: 'Not sent: WeChat cannot be reached. Press once more later.',
		refused: 'Not sent: WeChat has not accepted it.',
		tooLong: 'Not sent: the text is too long.',
		underWay: 'Another answer to this case is being sent; this one was not. Refresh and look.',
		unknown:
			"It is not certain that it arrived, and it is not repeated. Look in WeChat's console before you send it again.",
		usedUp:
			'Not sent: all 5 customer service messages have been sent. The follower has to write again.',
	},
	error: (code) => `WeChat error ${code}`,
	notThere: 'This case is gone: closed more than two days ago, or the person has left.',
	invalid:
		'Nothing was done: the request did not come from a page of the inbox. Open the case there.',
};
