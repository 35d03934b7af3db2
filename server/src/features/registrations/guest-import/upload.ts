import { LIMITS } from '@teabreak/shared/limits';
import type { FastifyRequest } from 'fastify';
import { oneFile } from '../../../common/one-file.js';
import type { Upload } from './guest-import.service.js';

/** @throws DomainError `unsupported_media`, `too_large`, `csv_unreadable` */
export function receiveUpload(request: FastifyRequest): Promise<Upload> {
  return oneFile(request, LIMITS.csvBytes, 'csv_unreadable');
}
