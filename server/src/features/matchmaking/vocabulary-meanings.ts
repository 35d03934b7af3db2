import { Injectable } from '@nestjs/common';
import { Meanings } from '../../common/meanings.js';
import { foldLatin } from '../../common/text-fold.js';
import { conceptFit } from './concept-fit.js';
import { FLOOR } from './score.js';
import { TOO_GENERAL } from './vocabulary/reading.js';
import { meaning } from './vocabulary.js';

/** The vocabulary that matching itself goes by (G1). */
@Injectable()
export class VocabularyMeanings extends Meanings {
  override conceptsOf(text: string): readonly string[] {
    return [...meaning(text).concepts].filter(([, weight]) => weight > TOO_GENERAL).map(([id]) => id);
  }

  override bestPair(wishes: readonly string[], offers: readonly string[]): ReturnType<Meanings['bestPair']> {
    let best: ReturnType<Meanings['bestPair']> = null;
    for (const sought of wishes) {
      for (const offered of offers) {
        const quality = foldLatin(sought) === foldLatin(offered) ? 1 : conceptFit(meaning(sought), meaning(offered));
        if (quality >= FLOOR && quality > (best?.quality ?? 0)) best = { sought, offered, quality };
      }
    }
    return best;
  }
}
