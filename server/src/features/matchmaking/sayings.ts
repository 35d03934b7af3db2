import type { CommonalityKind } from '@teabreak/shared';
import type { OwnWords } from '../../common/own-words/shape.js';
import type { GiftSource } from './profile.js';

/** A wish and what meets it, ready to be quoted. */
export type ToldHelp = {
  mine: OwnWords;
  theirs: OwnWords;
  as: GiftSource;
  /** Both said it in the same words. */
  alike: boolean;
  /** The language one would like to practise, and the one the other speaks. Null where the wish names more than a language. */
  practises: string | null;
  speaks: string;
};
export type ToldCommon = { kind: CommonalityKind; mine: string; theirs: string; alike: boolean; same: boolean };
export type Introducer = { name: string; here: boolean };
/** Who of the two has work to give. */
export type Hiring = { iHire: boolean; theyHire: boolean };

/** What is said of two people, to one of them; every text is a sentence. */
export type Sayings = {
  together: (name: string, help: ToldHelp) => string;
  helpsYou: (name: string, help: ToldHelp, hiring: Hiring) => string;
  youHelp: (name: string, help: ToldHelp, hiring: Hiring) => string;
  /** The same two wishes as in what was said before, from the other side. */
  youFit: (name: string, help: ToldHelp, hiring: Hiring) => string;
  common: (name: string, common: ToldCommon) => string;
  warmPath: (introducers: readonly Introducer[]) => string;
  bridge: string;
  openTogether: (name: string, help: ToldHelp) => string;
  openExchange: (name: string, give: ToldHelp, get: ToldHelp) => string;
  openAlike: (name: string, give: ToldHelp) => string;
  openWish: (name: string, help: ToldHelp, hiring: Hiring) => string;
  openMutual: (name: string, give: ToldHelp, get: ToldHelp) => string;
  openAsk: (name: string, get: ToldHelp) => string;
  openGive: (name: string, give: ToldHelp) => string;
  openCommon: (name: string, common: ToldCommon) => string;
  openPlain: (name: string) => string;
};
