import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { MY_DATA_VERSION, MyData } from '@teabreak/shared';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Logger } from '../../common/logger.js';
import { PersonalDataParts, type PersonalFile, type Section } from '../../common/personal-data/personal-data.js';

/** In the order in which people read it, whoever adds a part. */
const ORDER = Object.keys(MyData.shape);

/** Everything of one person as a ZIP that is made while it is sent: nothing is larger in memory than a page of rows, or one recording. */
@Injectable()
export class MyDataArchive {
  constructor(
    private readonly parts: PersonalDataParts,
    private readonly logger: Logger,
  ) {}

  /** A failure on the way breaks the download off: an archive that looks whole is whole. */
  async open(person: Actor, now: Date): Promise<Readable> {
    const zip = new ZipFile();
    const stream = Readable.from(zip.outputStream);
    zip.on('error', (error: Error) => {
      this.logger.warn({ error }, 'an export broke off');
      stream.destroy(error);
    });
    const add = (path: string, shrinks: boolean, read: () => AsyncIterable<string | Buffer>) =>
      zip.addReadStreamLazy(path, { mtime: now, compress: shrinks }, (hand) =>
        hand(null, Readable.from(read(), { objectMode: false })),
      );
    add('teabreak.json', true, () => inBlocks(this.json(person, now)));
    zip.addBuffer(Buffer.from(JSON.stringify(z.toJSONSchema(MyData), null, 2)), 'teabreak.schema.json', { mtime: now });
    for (const part of this.parts.all())
      for await (const file of part.files(person)) add(file.path, file.shrinks, () => bytesOf(file));
    zip.end();
    return stream;
  }

  private async *json(person: Actor, now: Date): AsyncGenerator<string> {
    const head = { format: 'teabreak-my-data', version: MY_DATA_VERSION, exportedAt: now };
    yield JSON.stringify(head, null, 2).replace(/\n\}$/u, '');
    const sections = this.parts.all().flatMap((part) => part.sections(person));
    sections.sort((one, other) => ORDER.indexOf(one.name) - ORDER.indexOf(other.name));
    for (const section of sections) {
      yield `,\n  ${JSON.stringify(section.name)}: `;
      yield* section.one ? oneOf(section) : listOf(section);
    }
    yield '\n}\n';
  }
}

async function* oneOf({ rows }: Section): AsyncGenerator<string> {
  for await (const row of rows) return yield indented(row, 2);
  yield 'null';
}

async function* listOf({ rows }: Section): AsyncGenerator<string> {
  let count = 0;
  for await (const row of rows) {
    yield `${count === 0 ? '[' : ','}\n    ${indented(row, 4)}`;
    count += 1;
  }
  yield count === 0 ? '[]' : '\n  ]';
}

function indented(row: unknown, spaces: number): string {
  return JSON.stringify(row, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}

const BLOCK = 64 * 1024;

/** A chunk for each row would cost more than the row. */
async function* inBlocks(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let block = '';
  for await (const text of texts) {
    block += text;
    if (block.length < BLOCK) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}

async function* bytesOf({ read }: PersonalFile): AsyncGenerator<Buffer> {
  yield await read();
}
