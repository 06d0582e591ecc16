import { AMBER, GREEN, GRID, INK, MUTED, RED } from '../chart/svg';

const FONTS =
	'-apple-system,BlinkMacSystemFont,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** The whole look of the page: dark on light, one column on a phone, more on a wide screen. */
export const STYLE = [
	'*{box-sizing:border-box}',
	`body{margin:0;background:#f3f6f4;color:${INK};font:15px/1.5 ${FONTS};-webkit-text-size-adjust:100%}`,
	'main{max-width:1120px;margin:0 auto;padding:20px 14px 40px}',
	`header{border-left:5px solid ${GREEN};padding:2px 0 2px 12px;margin-bottom:20px}`,
	'h1{font-size:22px;line-height:1.3;margin:0;overflow-wrap:anywhere}',
	`header p{margin:4px 0 0;color:${MUTED}}`,
	`h2{font-size:16px;margin:26px 0 10px}`,
	'.grid{display:grid;gap:10px;grid-template-columns:repeat(2,minmax(0,1fr))}',
	'.charts{display:grid;gap:12px;grid-template-columns:minmax(0,1fr)}',
	`.card{background:#fff;border:1px solid ${GRID};border-radius:12px;padding:12px;min-width:0}`,
	`.card h3{margin:0;font-size:13px;font-weight:400;color:${MUTED};overflow-wrap:anywhere}`,
	'.card.chart h3{font-size:14px;font-weight:600;margin-bottom:8px}',
	`.card.chart h3{color:${INK}}`,
	'.value{font-size:22px;font-weight:600;line-height:1.35;margin:2px 0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}',
	'.unknown{color:#a9b5ae}',
	`.note{font-size:12px;color:${MUTED};margin:0;overflow-wrap:anywhere}`,
	`.good{color:${GREEN}}.bad{color:${RED}}`,
	'.foot{display:flex;flex-wrap:wrap;align-items:flex-end;justify-content:space-between;gap:4px 6px;margin-top:4px}',
	'.foot>div{width:100%}',
	'.spark{width:96px;height:24px;flex:none}',
	'.chart svg{display:block;width:100%;height:auto}',
	'.alerts{list-style:none;margin:0;padding:0;display:grid;gap:8px}',
	`.alerts li{background:#fff8ee;border-left:4px solid ${AMBER};border-radius:6px;padding:9px 12px;overflow-wrap:anywhere}`,
	`.alerts li.critical{background:#fdf0ef;border-color:${RED}}`,
	`footer{margin-top:28px;color:${MUTED};font-size:12px}`,
	'@media(min-width:700px){main{padding:32px 24px 56px}h1{font-size:27px}.grid{grid-template-columns:repeat(4,minmax(0,1fr))}.charts{grid-template-columns:repeat(2,minmax(0,1fr))}.value{font-size:25px}.foot{flex-wrap:nowrap}.foot>div{width:auto}}',
	'@media print{body{background:#fff}.card{break-inside:avoid}}',
].join('');
