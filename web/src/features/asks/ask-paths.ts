/** Where an ask leads to. */
export type AskPaths = {
  list: string;
  ask: (askId: string) => string;
  thread: (threadId: string) => string;
  person: (personId: string) => string;
};
