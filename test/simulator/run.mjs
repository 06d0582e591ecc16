/* Starts the platform simulator: `npm run simulator [-- <port>]`. */
import { loadTypeScript } from '../../scripts/lib/load.mjs';

const { startSimulator } = await loadTypeScript('test/simulator/server.ts');
const { url, platform } = await startSimulator(Number(process.argv[2] ?? 8788));
const { appId, appSecret, token, encodingAesKey } = platform.state.account;
console.log(`WeChat platform simulator: ${url}`);
console.log(`A phone to play with:      ${url}/`);
console.log(`AppID ${appId}, AppSecret ${appSecret}`);
console.log(`Token ${token}, EncodingAESKey ${encodingAesKey}`);
console.log(`Control: POST ${url}/__sim/<command>, GET ${url}/__sim/state and /__sim/journal`);
