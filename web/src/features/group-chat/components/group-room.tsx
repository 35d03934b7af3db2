import type { GroupPage } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { ChatIcon } from '../../../components/icons.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';

/** Q4: the event's own room, for the people of the event. */
export function GroupRoom({ group }: { group: GroupPage }) {
  const { t } = useTranslation('group');
  const { room, join } = paths.event(group.slug);
  return (
    <Card>
      <p>{group.eventTitle}</p>
      <h1>{t('roomTitle')}</h1>
      <p>{t(group.joined ? 'roomText' : 'joinFirstText')}</p>
      {group.joined ? (
        <LinkButton to={room} icon={ChatIcon} full size="l">
          {t('openRoom')}
        </LinkButton>
      ) : (
        <LinkButton to={join} full size="l">
          {t('joinFirst')}
        </LinkButton>
      )}
    </Card>
  );
}
