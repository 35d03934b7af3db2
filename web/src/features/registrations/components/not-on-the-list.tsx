import { LinkButton } from '../../../components/button.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';

/** This phone takes no part in the event; two ways on. */
export function NotOnTheList({ joinPath, signInPath }: { joinPath: string; signInPath: string }) {
  const { t } = useTranslation('home');
  return (
    <EmptyState
      page
      title={t('notMineTitle')}
      action={
        <>
          <LinkButton to={joinPath}>{t('join')}</LinkButton>
          <LinkButton variant="quiet" to={signInPath}>
            {t('signIn')}
          </LinkButton>
        </>
      }
    >
      {t('notMineText')}
    </EmptyState>
  );
}
