import type { Resource } from '../operation';
import { askInChat } from './askInChat.operation';
import { resumeWithAnswer } from './resumeWithAnswer.operation';
import { sendAndWait } from './sendAndWait.operation';
import { sendArticle } from './sendArticle.operation';
import { sendCard } from './sendCard.operation';
import { sendImage } from './sendImage.operation';
import { sendMenu } from './sendMenu.operation';
import { sendMiniProgramPage } from './sendMiniProgramPage.operation';
import { sendMusic } from './sendMusic.operation';
import { sendNews } from './sendNews.operation';
import { sendText } from './sendText.operation';
import { sendVideo } from './sendVideo.operation';
import { sendVoice } from './sendVoice.operation';
import { setTyping } from './setTyping.operation';
import { waitForAnswer } from './waitForAnswer.operation';

export const customerServiceMessage: Resource = {
	option: { name: 'Customer Service Message', value: 'customerServiceMessage' },
	access: 'verified',
	notice:
		'WeChat delivers up to 5 messages within 48 hours after the follower has written, and 3 within a minute after a follow, a scan or a menu tap. Needs a verified account.',
	operations: [
		askInChat,
		resumeWithAnswer,
		sendAndWait,
		sendArticle,
		sendCard,
		sendImage,
		sendMenu,
		sendMiniProgramPage,
		sendMusic,
		sendNews,
		sendText,
		sendVideo,
		sendVoice,
		setTyping,
		waitForAnswer,
	],
	defaultOperation: sendText,
};
