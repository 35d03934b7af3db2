import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CommonalityKind } from '@teabreak/shared';
import { CommonGround, type Trait } from '../../common/common-ground.js';
import { commonalityKeys } from './aliases.js';
import { bondOf } from './score.js';

const MOST_REMEMBERED = 50_000;
/** A big room has thousands of things nobody has read before; others get their turn in between, in ms. */
const LONGEST_TURN = 10;

/** The aliases and the rarity that matching itself goes by (G2, M2). */
@Injectable()
export class MatchedGround extends CommonGround {
  private readonly known = new Map<string, readonly string[]>();

  override async keysOf(traits: readonly Trait[]): Promise<(readonly string[])[]> {
    const all: (readonly string[])[] = [];
    let began = performance.now();
    for (const trait of traits) {
      if (performance.now() - began > LONGEST_TURN) {
        await nextTurn();
        began = performance.now();
      }
      all.push(this.keysOfOne(trait));
    }
    return all;
  }

  override bondOf(kind: CommonalityKind, holders: number, people: number): number {
    return bondOf(kind, holders, people);
  }

  private keysOfOne({ kind, value }: Trait): readonly string[] {
    const name = `${kind} ${value}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const keys = commonalityKeys(kind, value);
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    this.known.set(name, keys);
    return keys;
  }
}
