import { Card } from '../../../components/card.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useFollowUpsLive } from '../follow-ups.live.js';
import { useFollowUps } from '../follow-ups.queries.js';

/** A line on the home page, where somebody waits for a word; nothing else says so there. */
export function FollowUpsDue({ path }: { path: string }) {
  const { t } = useTranslation('home');
  useFollowUpsLive();
  const due = useFollowUps().data?.followUps.filter((followUp) => followUp.due) ?? [];
  const [first] = due;
  if (!first) return null;
  return (
    <Card to={path} tone="tea">
      {t('followUps', { name: first.person.name, count: due.length })}
    </Card>
  );
}
