import type { Gazetteer } from '../create-gazetteer';
import type { Match } from '../name-table';
import type { Place } from '../place';
import type { Form, Span } from './spans';
import { foldWord, type Token } from './tokens';
import type { Sign } from './weights';

/** Names of more characters are rare. */
const LONGEST = 12;

/** Countries in one character, which stands for them in compounds only: 中俄 is China and Russia. */
const SHORT: Record<string, string> = {
	中: 'CN',
	美: 'US',
	俄: 'RU',
	乌: 'UA',
	日: 'JP',
	韩: 'KR',
	朝: 'KP',
	英: 'GB',
	法: 'FR',
	德: 'DE',
	印: 'IN',
	欧: 'europe',
	以: 'IL',
	巴: 'PS',
	伊: 'IR',
	澳: 'AU',
	加: 'CA',
	台: 'TW',
	越: 'VN',
	菲: 'PH',
	叙: 'SY',
	土: 'TR',
	泰: 'TH',
	墨: 'MX',
	白: 'BY',
};

/** Pairs that are read as countries, and not as other words (中日 yes, 日中 within 今日中国 is cut by the longest match). */
const COMPOUND =
	/^(?:中(?:美|俄|日|韩|朝|英|法|德|印|欧|澳|加|越|菲|伊|土|泰|墨|乌|日韩)|美(?:中|俄|日|韩|朝|英|欧|以|伊|台|墨|越|菲|澳|乌|加|日韩)|俄(?:中|美|乌|日|韩|朝|欧|土|德|法|叙|白)|乌(?:俄)|日(?:中|美|韩|俄|朝)|韩(?:中|美|日|朝)|朝(?:韩|美|俄|中)|英(?:中|美|法|德|欧|俄)|法(?:德|中|俄)|德(?:法|中|俄)|印(?:中|巴|美)|欧(?:中|美|俄)|以(?:巴|色列)|巴(?:以)|伊(?:朗|美|以)|台(?:美|日))/u;

/** Sides, armies and people of a country in one character: 中方, 美军, 俄军. */
const SIDE = /^[中美俄乌日韩朝英法德印以伊叙土越菲](?:方(?!面|式|法|案|向|便|针)|军(?!事))/u;

/** What makes a place's name the beginning of another one's. */
const TAIL =
	/^(?:邮报|时报|日报|晚报|周刊|杂志|大学|学院|中学|银行|公司|集团|航空|队|足球|俱乐部|协定|协议|交响|人民银行|电视|广播|通讯社|社记者|证券|交易所|石油|石化|移动|联通|电信|人寿|平安|牌|[东南西北中]?路(?!透)|街道?(?!头)|大道|大街|协议书|条约|公约|共识)/u;

/** 拜仁慕尼黑, 皇家马德里. */
const CLUB = /(?:拜仁|皇家|国际|竞技|多特蒙德|流浪者)$/u;

/** What says that a name is a place's. */
const UNIT =
	/^(?:市|省|州|县|区|镇|乡|村|岛|自治区|自治州|地区|机场|郊区|当地|街头|政府|警方|南部|北部|东部|西部|中部|附近|以[东南西北]|境内)/u;
const LOCATIVE = /(?:在|于|到|从|赴|抵达|至|离开|往|驻|距|位于|来自|前往|访问|途经|飞往|首都|省|市|州|、)$/u;

/** Small towns whose names are common words: 东方 is a town and the east. */
const COMMON = new Set(
	'首都 首府 东方 和平 中山 朝阳 长安 安全 太平 平安 新华 人民 公安 大学 中央 国际 南方 北方 西方 共和 民主 自由 解放 胜利 团结 建设 光明 五一 红旗 城关 城区 高级 大方 三江 三都 兴业 建立 新建 新民 新和 和田 通道 通话 桃园 丰收 富有 永久 文化 长城 黄河 金山 华容 合作 友谊 双方 平和 安定 独山 宁静 中方 永安 定安 集安 明光 大安 高要 云浮 公主 武装 民权 开放 保安 信息 汉阳 江山 天长 清水 温泉 黑山 明山 仁和 大关 大同 大会 兴安 雨山 山水 龙门 阳光 时间 水利 工人 世界'.split(
		' ',
	),
);

export interface HanSpan extends Span {
	form: Form;
	/** Signs that its neighbours give. */
	signs: Sign[];
}

/** Places in a run of Han characters, the longest names first, none inside another. */
export function findHanSpans(tokens: readonly Token[], index: number, gazetteer: Gazetteer): HanSpan[] {
	const token = tokens[index]!;
	const folded = foldWord(token.text);
	if (folded.length !== token.text.length) return [];
	if (/^[·・]$/.test(tokens[index - 1]?.text ?? '')) return [];
	const spans: HanSpan[] = [];
	const add = (from: number, to: number, matches: readonly Match[], signs: Sign[], form: Form = 'name') =>
		spans.push({
			first: index,
			last: index,
			start: token.start + from,
			end: token.start + to,
			text: token.text.slice(from, to),
			key: folded.slice(from, to),
			matches,
			form,
			isPart: false,
			signs,
		});

	for (let at = 0; at < folded.length;) {
		const length = longestAt(folded, at, gazetteer);
		if (length) {
			const name = folded.slice(at, at + length);
			const rest = folded.slice(at + length);
			const matches = gazetteer.names.get(name)!.filter(({ place }) => place.kind !== 'organisation');
			const isPeople = /^(?:人(?![民士口员才])|籍|裔)/u.test(rest);
			if (matches.length)
				add(
					at,
					at + length,
					matches,
					signsAround(name, folded.slice(0, at), rest),
					isPeople ? 'adjective' : 'name',
				);
			at += length;
			continue;
		}
		const compound = COMPOUND.exec(folded.slice(at))?.[0] ?? SIDE.exec(folded.slice(at))?.[0].slice(0, 1);
		if (!compound) {
			at++;
			continue;
		}
		for (let character = 0; character < compound.length; character++) {
			const place = gazetteer.byId(SHORT[compound[character]!] ?? '');
			if (place)
				add(
					at + character,
					at + character + 1,
					[asMatch(place)],
					[],
					compound.length === 1 ? 'adjective' : 'name',
				);
		}
		at += compound.length;
	}
	return spans;
}

function longestAt(text: string, at: number, { names }: Gazetteer): number {
	let best = 0;
	for (let length = 1; length <= LONGEST && at + length <= text.length; length++) {
		const part = text.slice(at, at + length);
		if (!names.startsWith(part)) break;
		if (length > 1 && names.get(part)?.some(({ place }) => place.kind !== 'organisation')) best = length;
	}
	// 美国务卿 is 美 and 国务卿.
	if (best === 2 && text[at + 1] === '国' && /^(?:务|防部|会议员|家主席)/u.test(text.slice(at + 2))) return 0;
	return best;
}

function asMatch(place: Place): Match {
	return { place, name: place.names.zh ?? place.id, languages: ['zh'] };
}

function signsAround(name: string, before: string, rest: string): Sign[] {
	const signs: Sign[] = [];
	if (TAIL.test(rest) || CLUB.test(before)) signs.push('tail');
	else if (UNIT.test(rest)) signs.push('kindWord');
	if (LOCATIVE.test(before)) signs.push('strongPreposition');
	if (COMMON.has(name)) signs.push('never');
	if (name.length >= 4) signs.push('severalWords');
	return signs;
}
