import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SAMPLES } from '../src/features/matchmaking/embeddings/scale.js';

const DIMENSIONS = 64;

/** A vector by what a text is about: near to those of the same topic, at right angles or so to all others. */
export function vectorAbout(topic: string, text: string): number[] {
  const [main, own] = [noise(topic), noise(`${topic} ${text}`)];
  return main.map((value, at) => value + 0.3 * (own[at] ?? 0));
}

function noise(seed: string): number[] {
  return Array.from(
    { length: DIMENSIONS },
    (_, at) => createHash('sha256').update(`${seed} ${at}`).digest().readInt32BE() / 2 ** 31,
  );
}

type Question = { input: string[]; model: string };
type Respond = (question: Question, response: ServerResponse, request: IncomingMessage) => void | Promise<void>;

/** An endpoint as OpenAI's is, on this machine, that knows the samples and the topics it is told. */
export class FakeEmbeddings {
  readonly topics = new Map(SAMPLES.flatMap(([one, other]) => [[one, one] as const, [other, one] as const]));
  /** Whole bodies, as they came, and the header that should open the door. */
  readonly bodies: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  respond: Respond = (question, response) => this.answer(question, response);
  private readonly server = createServer((request, response) => void this.take(request, response));

  /** @returns the base address */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  about(topic: string, ...texts: string[]): void {
    for (const text of texts) this.topics.set(text, topic);
  }

  get texts(): string[] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as Question).input);
  }

  answer({ input }: Question, response: ServerResponse): void {
    const data = input.map((text, index) => ({ index, embedding: vectorAbout(this.topics.get(text) ?? text, text) }));
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ object: 'list', data: data.reverse() }));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.bodies.push(body);
    this.authorizations.push(request.headers.authorization);
    await this.respond(JSON.parse(body) as Question, response, request);
  }
}
