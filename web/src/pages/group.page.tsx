import type { GroupPage as Group } from '@teabreak/shared';
import { LinkButton } from '../components/button.js';
import { Narrow } from '../components/narrow.js';
import { usePageTitle } from '../components/page-header.js';
import { QueryView } from '../components/query-view.js';
import { EmptyState } from '../components/states.js';
import { GroupCode } from '../features/group-chat/components/group-code.js';
import { GroupRoom } from '../features/group-chat/components/group-room.js';
import { useGroup } from '../features/group-chat/group-chat.queries.js';
import { ApiError } from '../lib/api-error.js';
import { useTranslation } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';
import { useParams } from '../lib/router.js';

export function GroupPage() {
  const { t } = useTranslation('group');
  const { code = '' } = useParams();
  const query = useGroup(code);
  if (query.error instanceof ApiError && ['not_found', 'invalid_input'].includes(query.error.code))
    return (
      <EmptyState
        page
        title={t('missingTitle')}
        action={<LinkButton to={paths.start}>{t('common:notFound.home')}</LinkButton>}
      >
        {t('missingText')}
      </EmptyState>
    );
  return (
    <Narrow>
      <QueryView query={query}>{(group) => <Content group={group} />}</QueryView>
    </Narrow>
  );
}

function Content({ group }: { group: Group }) {
  const { t } = useTranslation('group');
  const { page, room } = paths.event(group.slug);
  usePageTitle(t('documentTitle', { title: group.eventTitle }));
  const alsoRoom = group.joined && group.link !== null;
  return (
    <>
      {group.link ? <GroupCode group={group} link={group.link} /> : <GroupRoom group={group} />}
      <LinkButton variant="quiet" full to={alsoRoom ? room : page}>
        {t(alsoRoom ? 'alsoRoom' : 'toEvent')}
      </LinkButton>
    </>
  );
}
