import type { IntroductionPerson } from '@teabreak/shared';
import { Chip, Chips } from '../../../components/chip.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './introduction.module.css';

/** What somebody came for, for whoever decides. */
export function Wishes({ person }: { person: IntroductionPerson }) {
  const { t } = useTranslation('introductions');
  if (!person.goal) return null;
  const { kind, sentence, seeks, offers } = person.goal;
  return (
    <section className={styles.wishes}>
      <h2>{t('wishes', { name: person.name })}</h2>
      <p>{sentence || t(`goals:kind.${kind}`)}</p>
      <Chips>
        {seeks.map((tag) => (
          <Chip key={`s${tag}`} tone="tea">
            {t('seeks', { tag })}
          </Chip>
        ))}
        {offers.map((tag) => (
          <Chip key={`o${tag}`} tone="jade">
            {t('offers', { tag })}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}
