import { useEffect, useRef } from 'react';
import { Skeleton } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useSuggestionsLive } from '../matchmaking.live.js';
import { useWish, type Wish } from '../matchmaking.mutations.js';
import { useSuggestions, useWishes } from '../matchmaking.queries.js';
import { type AddToGoal, MatchHints } from './match-hints.js';
import { MyWishes } from './my-wishes.js';
import { NobodyFits, type SuggestionPaths } from './nobody-fits.js';
import { SuggestionCard } from './suggestion-card.js';
import styles from './suggestion-list.module.css';

type Props = {
  eventId: string;
  timeZone: string;
  placeNames: ReadonlyMap<string, string>;
  paths: SuggestionPaths;
  onAddToGoal: AddToGoal;
};

/** Up to five people (M3), each of them the reader may steer. Fewer is said honestly, with what would help. */
export function SuggestionList({ eventId, timeZone, placeNames, paths, onAddToGoal }: Props) {
  const { t } = useTranslation('home');
  useSuggestionsLive(eventId);
  const query = useSuggestions(eventId);
  const wishes = useWishes(eventId).data ?? [];
  const { heading, steer } = useSteering(eventId, query.data?.suggestions.length);
  const wishOf = (id: string) => wishes.find(({ registrationId }) => registrationId === id)?.kind ?? null;
  return (
    <section className={styles.section}>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t('suggestions.title')}
        </h2>
        <p className={styles.lead}>{t('suggestions.lead')}</p>
      </div>
      <QueryView query={query} loading={<Loading />}>
        {(answer) =>
          answer.suggestions.length ? (
            <>
              {answer.suggestions.map((suggestion) => {
                const { id, name, placeId } = suggestion.person;
                return (
                  <SuggestionCard
                    key={id}
                    suggestion={suggestion}
                    place={placeNames.get(placeId ?? '')}
                    personPath={paths.person(id)}
                    wish={wishOf(id)}
                    onWish={(kind) => steer({ registrationId: id, name, kind })}
                  />
                );
              })}
              <MatchHints
                hints={answer.hints}
                title={t('suggestions.hintsTitleShort')}
                commonalitiesPath={paths.commonalities}
                onAdd={onAddToGoal}
              />
            </>
          ) : (
            <NobodyFits answer={answer} paths={paths} onAdd={onAddToGoal} />
          )
        }
      </QueryView>
      <MyWishes wishes={wishes} timeZone={timeZone} onWish={steer} />
    </section>
  );
}

/** Who is put aside takes the button with them that had the focus: it goes to the heading, so that nobody starts at the top again. */
function useSteering(eventId: string, shown: number | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const steered = useRef(false);
  const { mutate } = useWish(eventId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when somebody has gone from the list
  useEffect(() => {
    if (steered.current && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    steered.current = false;
  }, [shown]);
  const steer = (wish: Wish) => {
    steered.current = true;
    mutate(wish);
  };
  return { heading, steer };
}

function Loading() {
  return (
    <>
      <Skeleton card lines={4} />
      <Skeleton card lines={4} />
    </>
  );
}
