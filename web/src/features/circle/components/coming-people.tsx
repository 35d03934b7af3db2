import { Card } from '../../../components/card.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useCircle } from '../circle.queries.js';

/** One line on the home page before the event (K2): who of my circle comes; nothing where nobody lets it be seen. */
export function ComingPeople({ eventId, path }: { eventId: string; path: string }) {
  const { t } = useTranslation('home');
  const known = useCircle(eventId).data?.known ?? [];
  const [first] = known;
  if (!first) return null;
  return (
    <Card to={path} tone="glaze">
      {t('circle', { name: first.name, count: known.length })}
    </Card>
  );
}
