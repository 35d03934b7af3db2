import type { RegistrationStatus } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';

/** What stands between this person and a seat. */
export function Standing({
  status,
  eventPath,
}: {
  status: Exclude<RegistrationStatus, 'confirmed'>;
  eventPath: string;
}) {
  const { t } = useTranslation('home');
  return (
    <EmptyState
      title={t(`status.${status}Title`)}
      action={
        <LinkButton variant="secondary" to={eventPath}>
          {t('status.toEvent')}
        </LinkButton>
      }
    >
      {t(`status.${status}Text`)}
    </EmptyState>
  );
}
