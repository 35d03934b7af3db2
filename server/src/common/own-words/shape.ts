/**
 * What somebody's words are, so that a sentence about them can take them up: a thing sought or offered ("an accountant"), an
 * action they want to or can do ("raise a seed round"), a request that another do it ("do our books"), what they are doing already
 * ("raising a seed round"), whom they hire, what they are ("accountant", offered), what they are good at, or a statement that stands for itself.
 */
export type Shape = 'thing' | 'action' | 'request' | 'ongoing' | 'hiring' | 'role' | 'skill' | 'statement';

/** The words that are left where the sentence brings the frame ("looking for …", 在找……), and what they are. */
export type Framed = { words: string; shape: Shape };

/** Somebody's words, ready for a sentence. */
export type OwnWords = {
  shape: Shape;
  quoted: string;
  /** Written in Chinese, at least in part. */
  han: boolean;
  /** Short enough to be said aloud. */
  brief: boolean;
};
