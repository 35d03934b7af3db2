import { cosine } from './cosine.js';
import type { Vectors } from './embeddings.repository.js';

/** From which cosine on two texts are close, and from which on they mean the same. */
export type Scale = { close: number; same: number };

/** Each line means the same twice; no two lines mean anything alike. Folded as goals are. */
export const SAMPLES: readonly (readonly [english: string, chinese: string])[] = [
  ['beekeeping', '养蜂'],
  ['divorce lawyer', '离婚律师'],
  ['violin lessons', '小提琴课'],
  ['backend engineer', '后端工程师'],
  ['seed funding', '种子轮融资'],
  ['wedding photographer', '婚礼摄影师'],
  ['marathon training', '马拉松训练'],
  ['tax advice', '税务咨询'],
  ['interior design', '室内设计'],
  ['learning french', '学法语'],
  ['cheap apartment to rent', '便宜公寓出租'],
  ['veterinarian', '兽医'],
  ['coffee roasting', '咖啡烘焙'],
  ['stage lighting', '舞台灯光'],
  ['kindergarten teacher', '幼儿园老师'],
  ['solar panels', '太阳能板'],
  ['book publishing', '图书出版'],
  ['chess partner', '象棋伙伴'],
  ['customs clearance', '报关'],
  ['dental clinic', '牙科诊所'],
  ['sailing trip', '帆船旅行'],
  ['recipe for dumplings', '饺子食谱'],
  ['used cars', '二手车'],
  ['blood test laboratory', '验血实验室'],
];

/** A model that tells less apart than this tells nothing. */
const LEAST_DIFFERENCE = 0.02;
/** How far from "nothing alike" to "the same": halfway, a guess becomes an opinion. */
const CLOSE = 0.5;
const NEARLY_ALL = 0.99;

/**
 * What a cosine means differs from model to model: unrelated texts have 0.1 in one and 0.8 in the next. So each is measured with the samples: 0
 * is what 99 % of the unrelated ones stay below, 1 is what half of the translations reach. Null where these do not differ: the model does not
 * know both languages, or what answers is no model.
 */
export function scaleOf(vectors: Vectors): Scale | null {
  const known = SAMPLES.map((texts) => texts.map((text) => vectors.get(text)));
  const [alike, apart]: [number[], number[]] = [[], []];
  for (const [line, [english, chinese]] of known.entries()) {
    if (!english || !chinese) return null;
    alike.push(cosine(english, chinese));
    for (const others of known.slice(line + 1)) {
      for (const other of others) if (other) apart.push(cosine(english, other), cosine(chinese, other));
    }
  }
  const [same, unrelated] = [quantile(alike, 0.5), quantile(apart, NEARLY_ALL)];
  return same - unrelated < LEAST_DIFFERENCE ? null : { close: unrelated + CLOSE * (same - unrelated), same };
}

/** What a text that is just close, and one that means the same, is worth as an answer, in thousandths: never as much as a word of the vocabulary. */
const WORTH = { close: 500, same: 800 };

/** Thousandths, 500…800; 0 where the texts are not close. */
export function qualityOf(similarity: number, { close, same }: Scale): number {
  if (similarity < close) return 0;
  const part = Math.min(1, (similarity - close) / (same - close));
  return WORTH.close + Math.round((WORTH.same - WORTH.close) * part);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
