import type { ClaimPreview, JoinAnswer } from '@teabreak/shared';
import { LinkButton } from '../../../components/button.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { ApiError } from '../../../lib/api-error.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { useClaim } from '../registrations.queries.js';
import { ClaimCard } from './claim-card.js';

type Props = { token: string; onClaimed: (answer: JoinAnswer) => void };

/** Where a personal link leads: the question, or, where it was used before, the way on. */
export function PersonalLink({ token, onClaimed }: Props) {
  const { t } = useTranslation('join');
  const query = useClaim(token);
  if (query.error instanceof ApiError && ['not_found', 'invalid_input'].includes(query.error.code))
    return (
      <EmptyState
        page
        title={t('claim.missingTitle')}
        action={<LinkButton to={paths.start}>{t('common:notFound.home')}</LinkButton>}
      >
        {t('claim.missingText')}
      </EmptyState>
    );
  return (
    <QueryView query={query}>
      {(preview) =>
        preview.state === 'open' ? (
          <ClaimCard token={token} preview={preview} onClaimed={onClaimed} />
        ) : (
          <Used preview={preview} />
        )
      }
    </QueryView>
  );
}

function Used({ preview }: { preview: ClaimPreview }) {
  const { t } = useTranslation('join');
  const { home, page } = paths.event(preview.slug);
  const mine = preview.state === 'mine';
  return (
    <EmptyState
      page
      title={t(mine ? 'claim.mineTitle' : 'claim.takenTitle')}
      action={
        <>
          <LinkButton to={mine ? home : paths.signIn(home)}>{t(mine ? 'claim.open' : 'claim.signIn')}</LinkButton>
          <LinkButton variant="quiet" to={page}>
            {t('claim.toEvent')}
          </LinkButton>
        </>
      }
    >
      {t(mine ? 'claim.mineText' : 'claim.takenText')}
    </EmptyState>
  );
}
