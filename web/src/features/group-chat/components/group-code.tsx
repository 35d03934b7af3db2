import type { GroupLink, GroupPage } from '@teabreak/shared';
import { useState } from 'react';
import { LinkButton } from '../../../components/button.js';
import { ExternalIcon } from '../../../components/icons.js';
import { Notice } from '../../../components/states.js';
import { isWeChat } from '../../../lib/capabilities.js';
import { serverNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { relativeTime, useTime } from '../../../lib/time.js';
import styles from './group-code.module.css';

/** Their codes are scanned from inside the app and cannot be opened as a link. */
const SCANNED_ONLY = new Set<GroupLink['platform']>(['wechat', 'wecom', 'qq']);
const SOON_MS = 24 * 3_600_000;

type Props = { group: GroupPage; link: GroupLink };

/** Q2: the external group's code alone on white, so that a long press finds nothing else, and the link where there is one. */
export function GroupCode({ group, link }: Props) {
  const { t } = useTranslation('group');
  const platform = t(`platforms.${link.platform}`);
  const scanned = SCANNED_ONLY.has(link.platform);
  return (
    <section className={styles.group}>
      <header>
        <p className={styles.soft}>{group.eventTitle}</p>
        <h1>{link.label || t('external', { platform })}</h1>
      </header>
      {!scanned && (
        <LinkButton href={link.url} newWindow full size="l" icon={ExternalIcon}>
          {t('open', { platform })}
        </LinkButton>
      )}
      {group.linkQr && <Picture src={group.linkQr} alt={t('alt', { platform })} />}
      <p className={styles.how}>
        {!scanned && t('openText')}
        {scanned && (link.platform === 'wechat' && isWeChat() ? t('longPress') : t('scan', { platform }))}
      </p>
      {scanned && !isWeChat() && <p className={styles.soft}>{t('otherPhone', { platform })}</p>}
      <Expiry at={link.expiresAt} />
      {link.platform === 'wechat' && <p className={styles.soft}>{t('full')}</p>}
    </section>
  );
}

function Picture({ src, alt }: { src: string; alt: string }) {
  const { t } = useTranslation('group');
  const [broken, setBroken] = useState(false);
  if (broken) return <Notice tone="seal">{t('broken')}</Notice>;
  return (
    <div className={styles.paper}>
      <img className={styles.code} src={src} alt={alt} width={280} height={280} onError={() => setBroken(true)} />
    </div>
  );
}

function Expiry({ at }: { at: string | null }) {
  const { t, language } = useTranslation('group');
  const format = useTime();
  if (!at) return null;
  const soon = Date.parse(at) - serverNow() < SOON_MS;
  return (
    <p className={soon ? styles.soon : styles.soft}>
      {soon
        ? t('expiresSoon', { relative: relativeTime(at, serverNow(), language) })
        : t('expires', { time: format.dayTime(at) })}
    </p>
  );
}
