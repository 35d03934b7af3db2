/** Where a page ended: the moment in ms and the id of its last ask, as `AskQuery.after` takes it. */
export function cursorOf({ postedAt, id }: { postedAt: Date; id: string }): string {
  return `${postedAt.getTime()}_${id}`;
}

export function readCursor(after: string): { at: Date; id: string } {
  const [at = '', id = ''] = after.split('_');
  return { at: new Date(Number(at)), id };
}
