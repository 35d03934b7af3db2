import type { OrganizerEvent } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { ApiError } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useDesk } from '../organized.live.js';
import { useOrganizedEvent } from '../organized.queries.js';

type Props = { eventId: string; children: (event: OrganizerEvent) => ReactNode };

/** Every page of an organizer's event begins with the event, and hears what the other organizers do to it. */
export function WithOrganizedEvent({ eventId, children }: Props) {
  const { t } = useTranslation('organizer');
  const query = useOrganizedEvent(eventId);
  useDesk(eventId);
  if (query.error instanceof ApiError && ['not_found', 'not_allowed', 'invalid_input'].includes(query.error.code))
    return (
      <EmptyState title={t('noEvent')} action={<LinkButton to={paths.organize}>{t('nav.events')}</LinkButton>}>
        {t('noEventText')}
      </EmptyState>
    );
  return <QueryView query={query}>{children}</QueryView>;
}
