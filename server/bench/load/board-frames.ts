/** The head of a board message as it stands in its frame: Engine.IO's 4 (message), Socket.IO's 2 (event), JSON. */
const HEAD = /^42\["board:changed",\{"eventId":"[^"]+","since":(\d+),"version":(\d+),/u;
const LONGEST_HEAD = 160;

/** How far the frame brings its reader, or null when it is something else. The changes themselves are not looked at. */
export function boardFrame(data: Buffer): { since: number; version: number } | null {
  const head = HEAD.exec(data.toString('latin1', 0, LONGEST_HEAD));
  return head && { since: Number(head[1]), version: Number(head[2]) };
}
