/** Private windows and some in-app browsers refuse storage by throwing; what is kept there is a comfort, never a need. */
const attempt = <T>(action: () => T): T | null => {
  try {
    return action();
  } catch {
    return null;
  }
};

export const kept = {
  read: (key: string): string | null => attempt(() => localStorage.getItem(`teabreak.${key}`)),
  write: (key: string, value: string): void => void attempt(() => localStorage.setItem(`teabreak.${key}`, value)),
  remove: (key: string): void => void attempt(() => localStorage.removeItem(`teabreak.${key}`)),
};

/** Lives as long as the tab; values are JSON. */
export const draft = {
  read: (key: string): unknown => attempt(() => JSON.parse(sessionStorage.getItem(`teabreak.draft.${key}`) ?? 'null')),
  write: (key: string, value: unknown): void =>
    void attempt(() => sessionStorage.setItem(`teabreak.draft.${key}`, JSON.stringify(value))),
  remove: (key: string): void => void attempt(() => sessionStorage.removeItem(`teabreak.draft.${key}`)),
};
