const FONTS =
	'-apple-system,BlinkMacSystemFont,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

const LIGHT =
	'--bg:#f1f4f2;--card:#fff;--ink:#17211c;--muted:#56635b;--line:#d5ddd8;--accent:#06763f;--on:#fff;--late:#b3261e;--risk:#8a4b00;--us:#d9f2e4;--focus:#0b57d0';
const DARK =
	'--bg:#101512;--card:#1a211d;--ink:#e8eeea;--muted:#a5b3ab;--line:#38453d;--accent:#45cf8a;--on:#06210f;--late:#ff8f85;--risk:#ffb869;--us:#173a28;--focus:#8ab4ff';

/** The whole look of the pages: one column on a phone, two on a wide screen, dark where the device is. */
export const STYLE = [
	`:root{color-scheme:light dark;${LIGHT}}`,
	`@media(prefers-color-scheme:dark){:root{${DARK}} }`,
	'*{box-sizing:border-box}',
	`body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 ${FONTS};-webkit-text-size-adjust:100%}`,
	'main{max-width:60rem;margin:0 auto;padding:16px 14px 48px}',
	'h1{font-size:1.35rem;line-height:1.3;margin:0;overflow-wrap:anywhere}',
	'h2{font-size:1.05rem;margin:24px 0 8px}',
	'p{margin:4px 0}',
	'a{color:var(--accent)}',
	':focus-visible{outline:3px solid var(--focus);outline-offset:2px}',
	'.muted{color:var(--muted)}.small{font-size:.875rem}',
	'.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:4px 12px}',
	'.touch{display:inline-flex;align-items:center;min-height:44px}',
	'.skip{position:absolute;left:-100vw}.skip:focus{position:static}',
	'.note{border-left:5px solid var(--accent);background:var(--card);border-radius:6px;padding:10px 12px;margin:12px 0}',
	'.note.bad{border-color:var(--late)}',
	'ul.list{list-style:none;margin:12px 0;padding:0;display:grid;gap:8px}',
	'.list a{display:block;background:var(--card);border:1px solid var(--line);border-left-width:5px;border-radius:10px;padding:10px 12px;color:inherit;text-decoration:none;overflow-wrap:anywhere}',
	'.list a:hover{border-color:var(--accent)}',
	'.list .late{border-left-color:var(--late)}.list .atRisk{border-left-color:var(--risk)}',
	'.name{font-weight:600;margin-right:6px}',
	'.badge{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:0 8px;margin-right:6px;font-size:.8125rem;color:var(--muted)}',
	'.badge.late{color:var(--late);font-weight:600}.badge.atRisk{color:var(--risk);font-weight:600}.badge.vip{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}',
	'.text{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}',
	'.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px}',
	'dl{margin:0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 14px}',
	'dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}',
	'ol.talk{list-style:none;margin:0;padding:0;display:flex;flex-direction:column;gap:10px}',
	'.talk li{max-width:88%;align-self:flex-start}',
	'.talk .staff,.talk .account{align-self:flex-end}',
	'.talk .bubble{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:8px 12px;margin:2px 0 0;white-space:pre-wrap;overflow-wrap:anywhere}',
	'.talk .staff .bubble,.talk .account .bubble{background:var(--us)}',
	'label{display:block;margin:12px 0 4px;font-weight:600}',
	'textarea,input{width:100%;padding:10px 12px;border:1px solid var(--muted);border-radius:8px;background:var(--card);color:inherit;font:inherit}',
	'textarea{min-height:8.5rem;resize:vertical}',
	'button{width:100%;min-height:48px;margin-top:12px;padding:10px 16px;border:1px solid var(--accent);border-radius:8px;background:var(--card);color:var(--accent);font:inherit;font-weight:600;cursor:pointer}',
	'button.main{background:var(--accent);color:var(--on)}',
	'ul.other{margin:6px 0 0;padding-left:1.2em}',
	'@media(min-width:760px){main{padding:28px 24px 64px}.two{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 24px;align-items:start}.two>aside{grid-column:2;grid-row:1}.two>div{grid-column:1;grid-row:1}button{width:auto;margin-right:8px}}',
].join('');
