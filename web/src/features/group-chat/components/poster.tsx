import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Segmented } from '../../../components/segmented.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import styles from './poster.module.css';

type Code = 'join' | 'group';
type Props = {
  event: { title: string; startsAt: string; endsAt: string; timeZone: string; venue: string; slug: string };
  groupCode: string;
};

/** One page of A4 for the wall, in both languages: who reads it is not known. */
export function Poster({ event, groupCode }: Props) {
  const { t } = useTranslation('group-settings');
  const [code, setCode] = useState<Code>('join');
  const format = useTime(event.timeZone);
  const picture =
    code === 'join' ? `/api/public/events/${event.slug}/qr.svg` : `/api/groups/${encodeURIComponent(groupCode)}/qr.svg`;
  const address = code === 'join' ? `/e/${event.slug}` : `/g/${groupCode}`;
  return (
    <>
      <div className={styles.controls}>
        <Segmented
          label={t('poster.which')}
          options={(['join', 'group'] as const).map((value) => ({ value, label: t(`poster.${value}`) }))}
          value={code}
          onChange={setCode}
        />
        <Button onClick={() => window.print()}>{t('poster.print')}</Button>
      </div>
      <article className={styles.sheet} aria-label={t('poster.title')}>
        <p className={styles.title}>{event.title}</p>
        <p className={styles.when}>
          {format.longDay(event.startsAt)} · {format.span(event.startsAt, event.endsAt)}
          {event.venue && ` · ${event.venue}`}
        </p>
        <img
          key={picture}
          className={styles.code}
          src={picture}
          alt={t(`poster.${code}Alt`)}
          width={480}
          height={480}
        />
        <p className={styles.call}>{CALLS[code].en}</p>
        <p className={styles.call} lang="zh-CN">
          {CALLS[code].zh}
        </p>
        <p className={styles.address}>{location.host + address}</p>
      </article>
    </>
  );
}

/** Both at once on paper, so these two are not among the texts of one language. */
const CALLS: Record<Code, { en: string; zh: string }> = {
  join: { en: 'Scan to join and meet people', zh: '扫码参加，认识新朋友' },
  group: { en: 'Scan to join the group chat', zh: '扫码进群' },
};
