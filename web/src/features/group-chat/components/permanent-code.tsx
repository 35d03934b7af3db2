import type { GroupSettings } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { CopyField } from '../../../components/copy-field.js';
import { DownloadIcon, ExternalIcon, NoteIcon } from '../../../components/icons.js';
import { QrImage } from '../../../components/qr-image.js';
import { canDownload } from '../../../lib/capabilities.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import styles from './group-settings.module.css';

/** Q1: printed once, right for ever; what stands behind it may change every week. */
export function PermanentCode({ settings, posterPath }: { settings: GroupSettings; posterPath: string }) {
  const { t } = useTranslation('group-settings');
  const picture = `/api/groups/${settings.code}/qr`;
  return (
    <div className={styles.code}>
      <QrImage src={`${picture}.svg`} alt={t('codeAlt')} />
      <div className={styles.ways}>
        <CopyField label={t('codeLink')} value={settings.url} />
        <div className={styles.buttons}>
          {canDownload() && (
            <>
              <LinkButton variant="secondary" size="s" icon={DownloadIcon} href={`${picture}.png`} download>
                {t('png')}
              </LinkButton>
              <LinkButton variant="secondary" size="s" icon={DownloadIcon} href={`${picture}.svg`} download>
                {t('svg')}
              </LinkButton>
            </>
          )}
          <LinkButton variant="secondary" size="s" icon={NoteIcon} to={posterPath}>
            {t('poster.open')}
          </LinkButton>
          <LinkButton variant="quiet" size="s" icon={ExternalIcon} to={paths.group(settings.code)}>
            {t('see')}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
