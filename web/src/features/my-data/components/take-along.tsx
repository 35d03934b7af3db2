import { LinkButton } from '../../../components/button.js';
import { DownloadIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { Notice } from '../../../components/states.js';
import { canDownload } from '../../../lib/capabilities.js';
import { useTranslation } from '../../../lib/i18n.js';

/** Everything about me as one file (P2). */
export function TakeAlong() {
  const { t } = useTranslation('my-data');
  return (
    <PageSection title={t('export.title')} hint={t('export.text')}>
      {canDownload() ? (
        <LinkButton href="/api/my-data/export" download icon={DownloadIcon} full>
          {t('export.download')}
        </LinkButton>
      ) : (
        <Notice>{t('export.weChat')}</Notice>
      )}
      <p>{t('export.private')}</p>
    </PageSection>
  );
}
