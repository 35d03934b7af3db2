import { DomainError } from '../../common/domain-error.js';
import type { EventFields } from './events.repository.js';

/** One item cannot be two. @throws DomainError `invalid_input` that names the second mention */
export function assertPartsOnce({ agenda, places }: Pick<EventFields, 'agenda' | 'places'>): void {
  const fields = [...repeated('agenda', agenda), ...repeated('places', places)];
  if (fields.length > 0)
    throw new DomainError('invalid_input', { fields: fields.map((field) => ({ field, code: 'not_allowed' })) });
}

function repeated(name: string, parts: readonly { id?: string | undefined }[]): string[] {
  const seen = new Set<string>();
  return parts.flatMap(({ id }, index) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [`${name}.${index}.id`];
  });
}
