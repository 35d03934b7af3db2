/** A code that stays before the camera is one scan; taken away and shown again it is another one. */
const AWAY_MS = 2000;

/** Answers whether a text is new to the camera. `now` in ms. */
export function createSeen(): (text: string, now: number) => boolean {
  let last = { text: '', at: Number.NEGATIVE_INFINITY };
  return (text, now) => {
    const isNew = text !== last.text || now - last.at > AWAY_MS;
    last = { text, at: now };
    return isNew;
  };
}
