/** `clients` at once, each beginning anew as soon as it is done, for so long. Resolves to how often per second one was done. */
export async function closedLoop(
  clients: number,
  milliseconds: number,
  work: (client: number) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  let done = 0;
  const run = async (client: number) => {
    while (performance.now() - started < milliseconds) {
      await work(client);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return done / ((performance.now() - started) / 1000);
}
