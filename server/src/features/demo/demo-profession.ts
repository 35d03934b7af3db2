import type { GoalKind } from '@teabreak/shared';

/** The same in 中文 and English; an invented guest speaks one of the two. */
export type Bilingual = readonly [zh: string, en: string];

export interface Need {
  kind: GoalKind;
  seeks: readonly Bilingual[];
  sentence: Bilingual;
}
export interface Profession {
  title: Bilingual;
  industry: Bilingual;
  offers: readonly Bilingual[];
  needs: readonly Need[];
}
