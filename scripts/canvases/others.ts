import { commentDesk } from './02-comment-desk';
import { replyTimes } from './03-reply-times';
import { keywordReplies } from './04-keyword-replies';
import { keywordRenewal } from './05-keyword-renewal';
import { quizForPrizes } from './06-quiz-for-prizes';
import { weeklyLottery } from './07-weekly-lottery';
import { checkIn } from './08-check-in-and-vote';
import { submissions } from './09-submissions';
import { seasonalMenu } from './10-seasonal-menu';
import { groups } from './11-groups';
import { segments } from './12-segments';
import { winBack } from './13-win-back';
import { dailyMetrics } from './14-daily-metrics';
import { assistant } from './15-assistant';
import { approval } from './16-approval';
import { newFollowerJourney } from './17-new-follower-journey';
import { pointsMall } from './18-points-mall';
import { channelCodes } from './19-channel-codes';
import { staffInbox } from './20-staff-inbox';
import type { Canvas } from './lib/canvas';

/** All canvases but the one whose address WeChat knows, by their numbers. */
export const OTHERS: readonly Canvas[] = [
	commentDesk,
	replyTimes,
	keywordReplies,
	keywordRenewal,
	quizForPrizes,
	weeklyLottery,
	checkIn,
	submissions,
	seasonalMenu,
	groups,
	segments,
	winBack,
	dailyMetrics,
	assistant,
	approval,
	newFollowerJourney,
	pointsMall,
	channelCodes,
	staffInbox,
];
