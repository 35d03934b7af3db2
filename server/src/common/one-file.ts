// For its types: it gives a request its `file()`.
import '@fastify/multipart';
import type { ErrorCode } from '@teabreak/shared';
import type { FastifyRequest } from 'fastify';
import { DomainError } from './domain-error.js';

const TOO_LARGE = new Set(['FST_REQ_FILE_TOO_LARGE', 'FST_ERR_CTP_BODY_TOO_LARGE']);

export interface OneFile {
  fileName: string;
  bytes: Buffer;
}

/**
 * The one file of a multipart form, field `file`, held in memory.
 * @throws DomainError `unsupported_media`, `too_large` beyond `most` bytes, `unreadable` where there is no such file
 */
export async function oneFile(request: FastifyRequest, most: number, unreadable: ErrorCode): Promise<OneFile> {
  if (!request.isMultipart()) throw new DomainError('unsupported_media');
  try {
    const part = await request.file({ limits: { fileSize: most, files: 1, fields: 0, parts: 1 } });
    if (part?.fieldname !== 'file') throw new DomainError(unreadable, { field: 'file' });
    return { fileName: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw TOO_LARGE.has(code)
      ? new DomainError('too_large', { field: 'file', params: { limit: `${most / 1_000_000} MB` } })
      : new DomainError(unreadable, { field: 'file' });
  }
}
