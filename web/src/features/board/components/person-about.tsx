import type { PersonView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Chip, Chips, StatusDot } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './person-about.module.css';

/** What this person shows to me: who, how they are right now, what they came for, what we share. */
export function PersonAbout({ person }: { person: PersonView }) {
  const { t } = useTranslation('person');
  const { goal } = person;
  const presence = person.presence === 'at-place' ? 'at_place' : person.presence;
  return (
    <div className={styles.about}>
      <header className={styles.header}>
        <Avatar name={person.name} size="l" />
        <div className={styles.who}>
          <h1 className={styles.name}>{person.name}</h1>
          {person.headline && <p className={styles.headline}>{person.headline}</p>}
          <p className={styles.presence}>
            <StatusDot status={presence} /> {t(`common:status.${presence}`)}
          </p>
        </div>
      </header>
      {goal && (
        <section className={styles.section}>
          <h2>{t(`goals:kind.${goal.kind}`)}</h2>
          {goal.sentence && <p className={styles.sentence}>{goal.sentence}</p>}
          <Tags label={t('seeks')} tags={goal.seeks} tone="tea" />
          <Tags label={t('offers')} tags={goal.offers} tone="jade" />
        </section>
      )}
      {person.common.length > 0 && (
        <section className={styles.section}>
          <h2>{t('common')}</h2>
          <Chips>
            {person.common.map(({ kind, text }) => (
              <Chip key={`${kind}${text}`} tone="cobalt">
                {text}
              </Chip>
            ))}
          </Chips>
        </section>
      )}
      {person.languages.length > 0 && (
        <p className={styles.languages}>{t('speaks', { languages: person.languages.join(' · ') })}</p>
      )}
    </div>
  );
}

function Tags({ label, tags, tone }: { label: string; tags: readonly string[]; tone: 'tea' | 'jade' }) {
  if (tags.length === 0) return null;
  return (
    <div className={styles.tags}>
      <p className={styles.label}>{label}</p>
      <Chips>
        {tags.map((tag) => (
          <Chip key={tag} tone={tone}>
            {tag}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
