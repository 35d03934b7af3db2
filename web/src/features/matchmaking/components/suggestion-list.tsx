import type { SuggestionsAnswer } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { Skeleton } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useSuggestionsLive } from '../matchmaking.live.js';
import { useSuggestions } from '../matchmaking.queries.js';
import { SuggestionCard } from './suggestion-card.js';
import styles from './suggestion-list.module.css';

type Paths = { person: (id: string) => string; goal: string; consents: string; board: string };

/** Up to five people (M3). Fewer is said honestly, with what would help. */
export function SuggestionList({ eventId, paths }: { eventId: string; paths: Paths }) {
  const { t } = useTranslation('home');
  useSuggestionsLive(eventId);
  return (
    <section className={styles.section}>
      <div>
        <h2>{t('suggestions.title')}</h2>
        <p className={styles.lead}>{t('suggestions.lead')}</p>
      </div>
      <QueryView query={useSuggestions(eventId)} loading={<Loading />}>
        {(answer) =>
          answer.suggestions.length ? (
            answer.suggestions.map((suggestion) => (
              <SuggestionCard
                key={suggestion.person.id}
                suggestion={suggestion}
                personPath={paths.person(suggestion.person.id)}
              />
            ))
          ) : (
            <Nobody state={answer.state} paths={paths} />
          )
        }
      </QueryView>
    </section>
  );
}

function Loading() {
  return (
    <>
      <Skeleton card lines={4} />
      <Skeleton card lines={4} />
    </>
  );
}

const REASONS = {
  'goal-missing': { name: 'goalMissing', path: 'goal' },
  'consent-missing': { name: 'consentMissing', path: 'consents' },
  'nobody-yet': { name: 'nobody', path: 'goal' },
  ready: { name: 'nobody', path: 'goal' },
} as const;

function Nobody({ state, paths }: { state: SuggestionsAnswer['state']; paths: Paths }) {
  const { t } = useTranslation('home');
  const { name, path } = REASONS[state];
  return (
    <EmptyState
      title={t(`suggestions.${name}Title`)}
      action={
        <>
          <LinkButton variant={name === 'nobody' ? 'secondary' : 'primary'} to={paths[path]}>
            {t(`suggestions.${name}Action`)}
          </LinkButton>
          <LinkButton variant="quiet" to={paths.board}>
            {t('suggestions.board')}
          </LinkButton>
        </>
      }
    >
      {t(`suggestions.${name}Text`)}
    </EmptyState>
  );
}
