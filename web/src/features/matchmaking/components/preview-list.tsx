import type { MatchPreview } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Badge } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type PreviewChanges, pairKey } from '../preview-changes.js';
import styles from './preview-list.module.css';

type Props = { list: MatchPreview['lists'][number]; changes: PreviewChanges };

/** One person's list: who, which way the help goes, and why in both people's words. */
export function PreviewList({ list, changes }: Props) {
  const { t, language } = useTranslation('matching');
  const { registrationId, name, kind, suggestions } = list;
  const gone = changes.gone.get(registrationId) ?? [];
  const names = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <li className={styles.person}>
      <details>
        <summary className={styles.summary}>
          <Avatar name={name} size="s" />
          <span className={styles.who}>
            <strong>{name}</strong>
            <span className={styles.kind}>{kind && t(`goals:kind.${kind}`)}</span>
          </span>
          <span className={styles.badges}>
            {changes.changed.has(registrationId) && <Badge tone="tea">{t('lists.isChanged')}</Badge>}
            <Badge tone={suggestions.length === 0 ? 'seal' : 'plain'}>
              {t('lists.count', { count: suggestions.length })}
            </Badge>
          </span>
        </summary>
        <ol className={styles.list}>
          {suggestions.map((one) => (
            <li key={one.registrationId} className={styles.suggestion}>
              <span className={styles.names}>
                <strong>{one.name}</strong>
                <Badge tone={one.direction === 'mutual' ? 'jade' : 'plain'}>
                  {t(`lists.direction.${one.direction}`)}
                </Badge>
                {changes.added.has(pairKey(registrationId, one.registrationId)) && (
                  <Badge tone="tea">{t('lists.isNew')}</Badge>
                )}
              </span>
              <span className={styles.reason}>{one.reason}</span>
            </li>
          ))}
        </ol>
        {gone.length > 0 && <p className={styles.gone}>{t('lists.gone', { names: names.format(gone) })}</p>}
        {suggestions.length === 0 && <p className={styles.gone}>{t('lists.nobody')}</p>}
      </details>
    </li>
  );
}
