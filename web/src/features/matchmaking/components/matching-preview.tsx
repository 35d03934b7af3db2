import type { MatchPreview, MatchSettings } from '@teabreak/shared';
import { PageSection } from '../../../components/page-section.js';
import { Spinner } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useDebounced } from '../../../lib/use-debounced.js';
import { useMatchPreview } from '../match-settings.queries.js';
import { previewChanges } from '../preview-changes.js';
import styles from './matching-preview.module.css';
import { PreviewCoverage } from './preview-coverage.js';
import { PreviewLists } from './preview-lists.js';

/** A slider that is dragged asks when it rests. */
const REST_MS = 500;

type Props = { eventId: string; settings: MatchSettings; saved: MatchSettings; unsaved: boolean };

/** Everybody's lists as these settings would make them, beside what they are now. */
export function MatchingPreview({ eventId, settings, saved, unsaved }: Props) {
  const { t } = useTranslation('matching');
  const rested = useDebounced(settings, REST_MS);
  const query = useMatchPreview(eventId, rested);
  const now = useMatchPreview(eventId, saved);
  const busy = query.isFetching || rested !== settings;
  // While the saved ones are on their way, what is shown for them may still be another's.
  const before = unsaved && !now.isPlaceholderData ? now.data : undefined;
  return (
    <PageSection title={t('preview.title')} hint={t('preview.hint')}>
      <div className={styles.state} role="status">
        {busy && query.data && (
          <p className={styles.busy}>
            <Spinner /> {t('preview.busy')}
          </p>
        )}
        {!busy && unsaved && <Notice tone="tea">{t('preview.unsaved')}</Notice>}
      </div>
      <QueryView
        query={query}
        isEmpty={({ coverage }) => coverage.withGoal === 0}
        empty={<EmptyState title={t('preview.empty')}>{t('preview.emptyText')}</EmptyState>}
      >
        {(preview) => <Shown preview={preview} before={before} stale={busy} />}
      </QueryView>
    </PageSection>
  );
}

type ShownProps = { preview: MatchPreview; before: MatchPreview | undefined; stale: boolean };

function Shown({ preview, before, stale }: ShownProps) {
  const changes = previewChanges(before, preview);
  return (
    <div className={styles.shown} aria-busy={stale}>
      <PreviewCoverage coverage={preview.coverage} before={before?.coverage} />
      <PreviewLists lists={preview.lists} changes={changes} compared={before !== undefined} />
    </div>
  );
}
