import type { MatchWishKind, Suggestion } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { LinkButton } from '../../../components/button.js';
import { PresenceText } from '../../../components/presence-text.js';
import { useTranslation } from '../../../lib/i18n.js';
import { OpeningLine } from './opening-line.js';
import { Reasons } from './reasons.js';
import { SteerSuggestion } from './steer-suggestion.js';
import styles from './suggestion-card.module.css';

type Props = {
  suggestion: Suggestion;
  /** The name of the place they are at, where it is known. */
  place: string | undefined;
  personPath: string;
  wish: MatchWishKind | null;
  onWish: (kind: MatchWishKind | null) => void;
};

/** One person worth meeting: both directions apart (M1), why in both people's words, how to begin, and who could introduce. */
export function SuggestionCard({ suggestion, place, personPath, wish, onWish }: Props) {
  const { t, language } = useTranslation('home');
  const { person, introducers } = suggestion;
  const [first] = introducers;
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(introducers.map(({ name }) => name));
  return (
    <article className={styles.card}>
      <header className={styles.header}>
        <Avatar name={person.name} />
        <div className={styles.who}>
          <h3>{person.name}</h3>
          <Whereabouts person={person} place={place} />
        </div>
        <SteerSuggestion name={person.name} current={wish} onWish={onWish} />
        {person.headline && <p className={styles.headline}>{person.headline}</p>}
      </header>
      <Reasons reasons={suggestion.reasons} />
      <OpeningLine text={suggestion.openingLine} />
      <footer className={styles.footer}>
        <p className={styles.introducers}>
          {introducers.length ? t('suggestions.introducers', { names }) : t('suggestions.hostsCan')}
        </p>
        <LinkButton full to={personPath}>
          {introducers.length > 1
            ? t('suggestions.askSomeone')
            : first
              ? t('suggestions.ask', { introducer: first.name })
              : t('suggestions.askHosts')}
        </LinkButton>
      </footer>
    </article>
  );
}

function Whereabouts({ person, place }: { person: Suggestion['person']; place: string | undefined }) {
  const { t } = useTranslation('home');
  return (
    <p className={styles.presence}>
      {person.checkedIn ? <PresenceText presence={person.presence} place={place} /> : t('suggestions.coming')}
    </p>
  );
}
