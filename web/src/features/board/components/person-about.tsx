import type { PersonView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Chip, Chips } from '../../../components/chip.js';
import { PresenceText } from '../../../components/presence-text.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './person-about.module.css';

/** What this person shows to me: who, how they are right now, what they came for, what we share. */
export function PersonAbout({
  person,
  place,
  isOver,
}: {
  person: PersonView;
  place: string | undefined;
  isOver: boolean;
}) {
  const { t } = useTranslation('person');
  const { name, headline, goal, common } = person;
  return (
    <div className={styles.about}>
      <header className={styles.header}>
        <Avatar name={name} size="l" />
        <div className={styles.who}>
          <h1 className={name.length > LONG_NAME ? styles.longName : undefined}>{name}</h1>
          {headline && <p className={styles.soft}>{headline}</p>}
          {!isOver && (
            <p className={styles.presence}>
              <PresenceText presence={person.presence} place={place} />
            </p>
          )}
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
      {common.length > 0 && (
        <section className={styles.section}>
          <h2>{t('common')}</h2>
          <Chips>
            {common.map(({ kind, text }) => (
              <Chip key={kind + text} tone="cobalt">
                {text}
              </Chip>
            ))}
          </Chips>
        </section>
      )}
    </div>
  );
}

const LONG_NAME = 24;

/** The rest of what they tell about themselves; several of one kind stand in one line. */
export function PersonFacts({ person }: { person: PersonView }) {
  const { t } = useTranslation('person');
  const shared = new Set(person.common.map(({ text }) => text));
  const byKind = new Map<string, string[]>();
  for (const { kind, value } of person.commonalities) {
    if (!shared.has(value)) byKind.set(kind, [...(byKind.get(kind) ?? []), value]);
  }
  if (byKind.size === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('about')}</h2>
      <dl className={styles.facts}>
        {[...byKind].map(([kind, values]) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd>{values.join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
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
