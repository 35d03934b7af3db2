import type { OrganizerEvent, ScreenLink } from '@teabreak/shared';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/button.js';
import { PlusIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useScreenLinks } from '../screen-links.queries.js';
import { EndScreenLinks } from './end-screen-links.js';
import { ScreenLinkForm } from './screen-link-form.js';
import { ScreenLinkRow } from './screen-link-row.js';
import styles from './screen-links.module.css';

type Props = { event: OrganizerEvent; onShown: () => void };

/** The event's display links: which screen each is for, until when it works, whether it is in use, and how to end it. */
export function ScreenLinks({ event, onShown }: Props) {
  const { t } = useTranslation('screen-links');
  const query = useScreenLinks(event.id);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ScreenLink | 'all' | null>(null);
  useScrollWhenAskedFor('screen');
  return (
    <PageSection id="screen" title={t('title')} hint={t('hint')}>
      <QueryView query={query}>
        {(links) => (
          <>
            {links.length > 0 && (
              <ul className={styles.links}>
                {links.map((link) => (
                  <ScreenLinkRow
                    key={link.id}
                    link={link}
                    timeZone={event.timeZone}
                    onShown={onShown}
                    onEnd={() => setEnding(link)}
                  />
                ))}
              </ul>
            )}
            {(adding || links.length === 0) && (
              <ScreenLinkForm
                event={event}
                onMade={() => setAdding(false)}
                onCancel={links.length > 0 ? () => setAdding(false) : undefined}
              />
            )}
            <div className={styles.acts}>
              {links.length > 0 && !adding && (
                <Button variant="secondary" size="s" icon={PlusIcon} onClick={() => setAdding(true)}>
                  {t('another')}
                </Button>
              )}
              {links.length > 1 && (
                <Button variant="quiet" size="s" onClick={() => setEnding('all')}>
                  {t('endAll')}
                </Button>
              )}
            </div>
            <EndScreenLinks eventId={event.id} which={ending} onClose={() => setEnding(null)} />
          </>
        )}
      </QueryView>
    </PageSection>
  );
}

/** The page arrives in parts, so that the browser finds nothing to scroll to by itself. */
function useScrollWhenAskedFor(id: string): void {
  useEffect(() => {
    if (location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
  }, [id]);
}
