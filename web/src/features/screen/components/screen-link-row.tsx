import type { ScreenLink } from '@teabreak/shared';
import { IconButton, LinkButton } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { CopyField } from '../../../components/copy-field.js';
import { ScreenIcon } from '../../../components/first-icons.js';
import { TrashIcon } from '../../../components/icons.js';
import { RelativeTime } from '../../../components/moment.js';
import { serverNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useTime } from '../../../lib/time.js';
import styles from './screen-links.module.css';

/** A wall asks every few seconds, and its use is noted once a minute. */
const IN_USE_MS = 2 * 60_000;

type Props = { link: ScreenLink; timeZone: string; onShown: () => void; onEnd: () => void };

export function ScreenLinkRow({ link, timeZone, onShown, onEnd }: Props) {
  const { t } = useTranslation('screen-links');
  const { name, token, createdBy, expiresAt } = link;
  const format = useTime(timeZone);
  const called = name || t(token === null ? 'oldName' : 'unnamed');
  return (
    <li className={styles.link}>
      <div className={styles.head}>
        <div>
          <p className={styles.name}>
            <strong>{called}</strong> <LastUse at={link.lastUsedAt} timeZone={timeZone} />
          </p>
          <p className={styles.soft}>
            {t('until', { time: format.dayTime(expiresAt) })}
            {createdBy !== null && ` · ${t('by', { name: createdBy })}`}
          </p>
        </div>
        <IconButton label={t('endNamed', { name: called })} icon={TrashIcon} onClick={onEnd} />
      </div>
      {token === null ? (
        <p className={styles.soft}>{t('oldText')}</p>
      ) : (
        <>
          <CopyField label={t('address')} value={location.origin + paths.screen(token)} onCopy={onShown} />
          <div>
            <LinkButton
              icon={ScreenIcon}
              variant="secondary"
              size="s"
              href={paths.screen(token)}
              newWindow
              onClick={onShown}
            >
              {t('open')}
            </LinkButton>
          </div>
        </>
      )}
    </li>
  );
}

function LastUse({ at, timeZone }: { at: string | null; timeZone: string }) {
  const { t } = useTranslation('screen-links');
  if (at === null) return <Badge>{t('unused')}</Badge>;
  if (serverNow() - Date.parse(at) < IN_USE_MS) return <Badge tone="jade">{t('inUse')}</Badge>;
  return (
    <Badge>
      {t('lastUsed')} <RelativeTime at={at} timeZone={timeZone} />
    </Badge>
  );
}
