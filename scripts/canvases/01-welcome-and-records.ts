import type { Canvas } from './lib/canvas';
import { forwardTo } from './lib/entrance';
import { own, received, reply } from './lib/nodes';
import { both } from './lib/words';
import { OTHERS } from './others';

/** The entrance of the account: who follows is welcomed, and everything that followers do is kept. */
export const welcome: Canvas = {
	number: '01',
	file: 'welcome-and-records',
	name: both('欢迎新粉丝，记录互动', 'Welcome followers, keep records'),
	overview: {
		what: both(
			'新粉丝收到欢迎语。谁关注、谁留言、谁点菜单都记在数据表里；取消关注的人，资料自动删除。其他流程靠这些记录判断谁活跃、谁沉默。',
			'New followers are welcomed. Who follows, writes or taps the menu is kept in Data tables; who unfollows is deleted. The other workflows tell by these records who is active and who is silent.',
		),
		steps: [
			both(
				'在每个微信节点里选择您公众号的凭证。',
				'Choose the credential of your account in each node.',
			),
			both('在“发送欢迎语”里改成您的欢迎语。', "Write your own welcome into 'Send welcome'."),
			both(
				'发布，再把触发器的 Production URL 填到微信开发者平台的服务器配置里。',
				"Publish, and enter the trigger's Production URL at the WeChat developer platform (server configuration).",
			),
		],
		runs: { personal: 'whole', subscription: 'whole', service: 'whole' },
		accounts: both(
			'微信只认一个服务器地址：还要用别的流程时，地址填本流程的，消息由它转给别的流程。',
			'WeChat knows one server address only: with further workflows, enter the one of this workflow, which hands messages on.',
		),
	},
	nodes: {
		anything: received(both('收到消息或事件', 'Anything happens'), {
			triggerOn: ['*'],
			options: { forwardTo: forwardTo(OTHERS) },
		}),
		record: own('Contacts', 'contact.record', both('记录互动', 'Record what happened'), {
			newMeans: 'follow',
		}),
		welcome: reply(both('发送欢迎语', 'Send welcome'), {
			text: '您好，欢迎关注！\n\n有问题直接发消息，我们会尽快回复。',
		}),
	},
	picture: `
		anything → record:New → welcome
	`,
	notes: {
		anything: both(
			'## 新粉丝有欢迎语，其他人只记录\n取消关注、注销微信或撤回授权的人从“Left”出来，这时资料已经删完。',
			'## New followers are welcomed, others only recorded\nWho unfollows, closes the account or takes back an authorization comes out of “Left”; everything is deleted by then.',
		),
	},
};
