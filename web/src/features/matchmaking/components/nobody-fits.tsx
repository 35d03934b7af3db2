import type { SuggestionsAnswer } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { EmptyState } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type AddToGoal, MatchHints } from './match-hints.js';

export type SuggestionPaths = {
  person: (id: string) => string;
  goal: string;
  commonalities: string;
  consents: string;
  board: string;
};
type Props = { answer: SuggestionsAnswer; paths: SuggestionPaths; onAdd: AddToGoal };

const REASONS = {
  'goal-missing': { name: 'goalMissing', path: 'goal' },
  'consent-missing': { name: 'consentMissing', path: 'consents' },
  'nobody-yet': { name: 'nobody', path: 'goal' },
  ready: { name: 'nobody', path: 'goal' },
} as const;

/** An empty list says why, and what would help (M3). */
export function NobodyFits({ answer, paths, onAdd }: Props) {
  const { t } = useTranslation('home');
  const { name, path } = REASONS[answer.state];
  return (
    <>
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
      <MatchHints
        hints={answer.hints}
        title={t('suggestions.hintsTitle')}
        commonalitiesPath={paths.commonalities}
        onAdd={onAdd}
      />
    </>
  );
}
