import type { MyRegistration } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';

/** What stands between this person and a seat. */
export function Standing({ registration, eventPath }: { registration: MyRegistration; eventPath: string }) {
  const { t } = useTranslation('home');
  const { status, waitlistPosition } = registration;
  const text = waitlistPosition
    ? t('status.waitlistedPosition', { position: waitlistPosition })
    : t(`status.${status}Text`);
  return (
    <EmptyState
      title={t(`status.${status}Title`)}
      action={
        <LinkButton variant="secondary" to={eventPath}>
          {t('status.toEvent')}
        </LinkButton>
      }
    >
      {text}
    </EmptyState>
  );
}
