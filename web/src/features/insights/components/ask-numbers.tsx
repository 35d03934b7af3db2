import type { EventNow } from '@teabreak/shared';
import { PageSection } from '../../../components/page-section.js';
import { Stat, Stats } from '../../../components/stat.js';
import { useTranslation } from '../../../lib/i18n.js';

type Props = Pick<EventNow, 'asks'> & { asksPath: string };

/** What guests asked of the room and gave to it, and how soon somebody could help (A2). The middle of few is not told. */
export function AskNumbers({ asks, asksPath }: Props) {
  const { t } = useTranslation('overview');
  const { posted, helped, answered, medianSecondsToFirst: median } = asks;
  return (
    <PageSection title={t('asks.title')} hint={median === null ? t('asks.few') : undefined}>
      <Stats>
        <Stat label={t('asks.posted')} value={posted} to={asksPath} />
        <Stat label={t('asks.helped')} value={helped} of={posted} />
        <Stat label={t('asks.answered')} value={answered} of={posted} />
        {median !== null && (
          <Stat label={t('asks.median')} value={Math.max(1, Math.round(median / 60))} unit={t('asks.minutes')} />
        )}
      </Stats>
    </PageSection>
  );
}
