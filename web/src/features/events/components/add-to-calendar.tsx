import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { CalendarIcon } from '../../../components/first-icons.js';
import { Notice } from '../../../components/states.js';
import { canDownload } from '../../../lib/capabilities.js';
import { useTranslation } from '../../../lib/i18n.js';

/** E5: the event and its breaks for the phone's own calendar. WeChat opens no such file and says what does. */
export function AddToCalendar({ slug }: { slug: string }) {
  const { t } = useTranslation('arrival');
  const [told, setTold] = useState(false);
  if (canDownload())
    return (
      <LinkButton
        variant="secondary"
        full
        icon={CalendarIcon}
        href={`/api/public/events/${encodeURIComponent(slug)}/calendar.ics`}
      >
        {t('calendar')}
      </LinkButton>
    );
  return (
    <>
      <Button variant="secondary" full icon={CalendarIcon} onClick={() => setTold(true)}>
        {t('calendar')}
      </Button>
      <div aria-live="polite">{told && <Notice tone="tea">{t('calendarInWeChat')}</Notice>}</div>
    </>
  );
}
