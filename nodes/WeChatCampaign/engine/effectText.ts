import type { Group, Lift } from '../../shared/segment/lift';
import type { Effect } from './effect';

const SIGNIFICANT_BELOW = 0.05;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const points = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`;
const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} 元`;

const groupText = (name: string, { size, returned }: Group): string =>
	`${name} ${returned}/${size}${size === 0 ? '' : `（${percent(returned / size)}）`}`;

function verdictOf({ difference, low, high, pValue }: Lift): string {
	const figures = `相差 ${points(difference)} 个百分点，95% 区间 ${points(low)} 至 ${points(high)}，p = ${pValue.toFixed(3)}。`;
	if (pValue >= SIGNIFICANT_BELOW) {
		return `${figures}差异不显著：人数还少，不能说是消息带来的。`;
	}
	return difference > 0
		? `${figures}差异显著：消息带回了人。`
		: `${figures}差异显著：收到消息的人回来得更少，请停下来检查。`;
}

function moneyText({ treatedFen, additionalFen }: Effect, costFen: number): string {
	const parts = [
		treatedFen > 0 ? `触达组下单 ${yuan(treatedFen)}` : '',
		treatedFen > 0 && additionalFen !== null ? `比对照组推算多 ${yuan(additionalFen)}` : '',
		costFen > 0 ? `花费 ${yuan(costFen)}` : '',
	];
	return parts.filter(Boolean).join('，');
}

/** What *Measure* tells the staff: what may be said, and what may not. */
export function effectText(name: string, days: number, effect: Effect, costFen: number): string {
	const { treated, heldOut, lift, broughtBack, waiting } = effect;
	const lines = [
		`【活动效果】“${name}”：${days} 天内回来的人`,
		`${groupText('触达组', treated)}，${groupText('对照组', heldOut)}`,
		lift ? verdictOf(lift) : '有一组还没有人，无法比较。',
		broughtBack !== null && broughtBack > 0 ? `按对照组推算，约 ${broughtBack} 人是消息带回的` : '',
		moneyText(effect, costFen),
		waiting > 0 ? `还有 ${waiting} 人未满 ${days} 天，之后再算` : '',
	];
	return lines.filter(Boolean).join('\n');
}
