import { activityRows } from './activityRows';
import { assistantQuestions } from './assistantQuestions';
import { campaignLog } from './campaignLog';
import { campaigns } from './campaigns';
import { caseEvents } from './caseEvents';
import { cases } from './cases';
import { channels } from './channels';
import { comments } from './comments';
import { contacts } from './contacts';
import { decisions } from './decisions';
import { drawLists } from './drawLists';
import { drawSecrets } from './drawSecrets';
import { featureSlots } from './featureSlots';
import { groupContents } from './groupContents';
import { groupMembers } from './groupMembers';
import { groups } from './groups';
import { importState } from './importState';
import { interactions } from './interactions';
import { keywordDrafts } from './keywordDrafts';
import { keywordHits } from './keywordHits';
import { keywords } from './keywords';
import { marks } from './marks';
import { menuCalendar } from './menuCalendar';
import { menus } from './menus';
import { metricAlerts } from './metricAlerts';
import { metrics } from './metrics';
import { noticeConsents } from './noticeConsents';
import { plans } from './plans';
import { prizesWon } from './prizesWon';
import { quizQuestions } from './quizQuestions';
import { redeemAttempts } from './redeemAttempts';
import { rounds } from './rounds';
import { segmentsHistory } from './segmentsHistory';
import { sent } from './sent';
import { shopGoods } from './shopGoods';
import { slaPolicies } from './slaPolicies';
import { tickets } from './tickets';
import { traces } from './traces';
import { unanswered } from './unanswered';
import { watchedArticles } from './watchedArticles';

/** Every table that nodes keep, by name. */
export const allTables = [
	activityRows,
	assistantQuestions,
	campaignLog,
	campaigns,
	caseEvents,
	cases,
	channels,
	comments,
	contacts,
	decisions,
	drawLists,
	drawSecrets,
	featureSlots,
	groupContents,
	groupMembers,
	groups,
	importState,
	interactions,
	keywordDrafts,
	keywordHits,
	keywords,
	marks,
	menuCalendar,
	menus,
	metricAlerts,
	metrics,
	noticeConsents,
	plans,
	prizesWon,
	quizQuestions,
	redeemAttempts,
	rounds,
	segmentsHistory,
	sent,
	shopGoods,
	slaPolicies,
	tickets,
	traces,
	unanswered,
	watchedArticles,
] as const;
