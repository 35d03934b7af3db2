import type { Report } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { RelativeTime } from '../../../components/moment.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type ReportAct, useReportAct } from '../reports.mutations.js';
import styles from './circle.module.css';
import { PersonLine } from './person-line.js';

type Props = { eventId: string; timeZone: string; report: Report; mayRemove: boolean };

/** One report, and what can be done about it. The one it is about is never told who wrote it. */
export function ReportCard({ eventId, timeZone, report, mayRemove }: Props) {
  const { t } = useTranslation('reports');
  const { person, reporters, reason, quote, by, at, handledAt } = report;
  const gone = person.status !== 'confirmed';
  return (
    <Card tone={handledAt ? 'plain' : 'tea'}>
      <PersonLine person={person}>
        <span className={styles.badges}>
          {reporters > 1 && <Badge tone="seal">{t('reporters', { count: reporters })}</Badge>}
          {person.hidden && <Badge>{t('hidden')}</Badge>}
          {gone && <Badge>{t('gone')}</Badge>}
        </span>
      </PersonLine>
      {reason ? <p className={styles.words}>{reason}</p> : <p className={styles.soft}>{t('noReason')}</p>}
      {quote && <blockquote className={styles.quote}>{quote}</blockquote>}
      <p className={styles.soft}>
        {t('by', { name: by })} · <RelativeTime at={at} timeZone={timeZone} />
      </p>
      <Acts eventId={eventId} report={report} mayRemove={mayRemove && !gone} />
    </Card>
  );
}

function Acts({ eventId, report, mayRemove }: Omit<Props, 'timeZone'>) {
  const { t } = useTranslation('reports');
  const [removing, setRemoving] = useState(false);
  const act = useReportAct(eventId, report);
  const { hidden, name } = report.person;
  const busy = (what: ReportAct) => act.isPending && act.variables === what;
  const button = (what: ReportAct, variant: 'primary' | 'secondary' | 'quiet') => (
    <Button size="s" variant={variant} busy={busy(what)} disabled={act.isPending} onClick={() => act.mutate(what)}>
      {t(what)}
    </Button>
  );
  return (
    <>
      <FormFailure failure={act.error} />
      <div className={styles.acts}>
        {report.handledAt ? button('reopen', 'quiet') : button('handle', 'primary')}
        {button(hidden ? 'show' : 'hide', 'secondary')}
        {mayRemove && (
          <Button size="s" variant="quiet" disabled={act.isPending} onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        )}
      </div>
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('removeTitle', { name })}
        actions={
          <Button
            variant="danger"
            busy={busy('remove')}
            onClick={() => act.mutate('remove', { onSuccess: () => setRemoving(false) })}
          >
            {t('remove')}
          </Button>
        }
      >
        <p>{t('removeText')}</p>
      </Dialog>
    </>
  );
}
