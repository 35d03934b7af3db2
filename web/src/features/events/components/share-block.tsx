import type { OrganizerEvent } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { CopyField } from '../../../components/copy-field.js';
import { DownloadIcon, ExternalIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { QrImage } from '../../../components/qr-image.js';
import { canDownload } from '../../../lib/capabilities.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import styles from './share-block.module.css';

type Props = { event: OrganizerEvent; onShared: () => void };

/** The one link and its code for everybody. */
export function ShareBlock({ event, onShared }: Props) {
  const { t } = useTranslation('overview');
  const link = location.origin + paths.event(event.slug).page;
  const code = `/api/events/${event.id}/qr`;
  return (
    <PageSection id="share" title={t('share.title')} hint={t('share.hint')}>
      <div className={styles.share}>
        <QrImage src={`${code}.svg`} alt={t('share.qr')} />
        <div className={styles.ways}>
          <CopyField label={t('share.link')} value={link} onCopy={onShared} />
          <div className={styles.buttons}>
            {canDownload() && (
              <>
                <LinkButton variant="secondary" size="s" icon={DownloadIcon} href={`${code}.png`} download>
                  {t('share.png')}
                </LinkButton>
                <LinkButton variant="secondary" size="s" icon={DownloadIcon} href={`${code}.svg`} download>
                  {t('share.svg')}
                </LinkButton>
              </>
            )}
            <LinkButton variant="quiet" size="s" icon={ExternalIcon} to={paths.event(event.slug).page}>
              {t('share.page')}
            </LinkButton>
          </div>
        </div>
      </div>
    </PageSection>
  );
}
