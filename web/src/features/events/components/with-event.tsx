import type { PublicEvent } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { ApiError } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useEvent } from '../events.queries.js';

type Props = { slug: string; loading?: ReactNode; children: (event: PublicEvent) => ReactNode };

/** Every page of an event begins with the event: from the page's HTML, from what was fetched before, or from the server. */
export function WithEvent({ slug, loading, children }: Props) {
  const query = useEvent(slug);
  if (query.error instanceof ApiError && query.error.code === 'not_found') return <NoSuchEvent />;
  return (
    <QueryView query={query} loading={loading} quiet>
      {children}
    </QueryView>
  );
}

function NoSuchEvent() {
  const { t } = useTranslation();
  return (
    <EmptyState page title={t('noEvent.title')} action={<LinkButton to={paths.start}>{t('notFound.home')}</LinkButton>}>
      {t('noEvent.text')}
    </EmptyState>
  );
}
