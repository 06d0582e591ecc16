import type { IDataObject } from 'n8n-workflow';
import { shownCode } from '../../shared/prizes/code';
import type { WonPrize } from '../../shared/prizes/issue';
import type { Values } from '../engine/step';
import { clockOf, isoOf } from './round';

/** What items say of a prize. */
export const prizeJson = (won: WonPrize): IDataObject => ({
	key: won.key,
	activityId: won.activityId,
	activityName: won.activityName,
	prize: won.prize,
	code: shownCode(won.code),
	state: won.state,
	valueFen: won.valueFen,
	wonAt: isoOf(won.wonAt),
	expiresAt: isoOf(won.expiresAt),
	redeemedAt: isoOf(won.redeemedAt),
	redeemedBy: won.redeemedBy,
});

/** What texts may say of a prize. */
export const prizeValues = (won: WonPrize): Values => ({
	activity: won.activityName,
	prize: won.prize,
	code: shownCode(won.code),
	wonAt: clockOf(won.wonAt),
	expiresAt: won.expiresAt === null ? '长期' : clockOf(won.expiresAt),
	redeemedAt: clockOf(won.redeemedAt),
	redeemedBy: won.redeemedBy || '工作人员',
});

/** The same where there is no prize to speak of. */
export const NO_PRIZE: Values = {
	activity: '',
	prize: '',
	code: '',
	wonAt: '',
	expiresAt: '',
	redeemedAt: '',
	redeemedBy: '',
};

/** The placeholders of these texts. */
export const PRIZE_PLACEHOLDERS =
	'{prize} {code} {activity} {wonAt} {expiresAt} {redeemedAt} {redeemedBy}';
