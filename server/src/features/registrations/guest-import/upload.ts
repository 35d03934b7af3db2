// For its types: it gives a request its `file()`.
import '@fastify/multipart';
import { LIMITS } from '@teabreak/shared/limits';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../common/domain-error.js';
import type { Upload } from './guest-import.service.js';

const TOO_LARGE = new Set(['FST_REQ_FILE_TOO_LARGE', 'FST_ERR_CTP_BODY_TOO_LARGE']);

/** The one file of a multipart form, field `file`, held in memory. @throws DomainError `unsupported_media`, `too_large`, `csv_unreadable` */
export async function receiveUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError('unsupported_media');
  try {
    const part = await request.file({ limits: { fileSize: LIMITS.csvBytes, files: 1, fields: 0, parts: 1 } });
    if (part?.fieldname !== 'file') throw new DomainError('csv_unreadable', { field: 'file' });
    return { fileName: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw TOO_LARGE.has(code)
      ? new DomainError('too_large', { field: 'file', params: { limit: '2 MB' } })
      : new DomainError('csv_unreadable', { field: 'file' });
  }
}
