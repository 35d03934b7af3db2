import type { InboxItem } from '@teabreak/shared';
import { useEffect, useRef } from 'react';
import { BarLink } from '../../../components/bars.js';
import { icon } from '../../../components/first-icons.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { pressing, useInbox } from '../inbox.queries.js';

const BellIcon = /* @__PURE__ */ icon('M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4');

/** How much waits for me, on every page of the event; what is about this very moment also says so. */
export function InboxBell({ eventId, path }: { eventId: string; path: string }) {
  const { t } = useTranslation('inbox');
  const { data } = useInbox(eventId);
  useSayNow(data?.items);
  const count = data ? pressing(data).length : 0;
  return <BarLink to={path} label={t('bell', { count })} icon={BellIcon} badge={count} />;
}

/** Told once: not what was there when the page opened, nor what the person is looking at. */
function useSayNow(items: InboxItem[] | undefined): void {
  const { t } = useTranslation('inbox');
  const told = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (!items) return;
    const fresh = items.filter(({ now }) => now).map((item) => ({ item, key: `${item.kind} ${item.id} ${item.line}` }));
    for (const { item, key } of fresh)
      if (told.current && !told.current.has(key) && !location.pathname.includes(item.id))
        toast(t(`say.${item.kind}`, { name: item.name, line: item.line }));
    told.current = new Set([...(told.current ?? []), ...fresh.map(({ key }) => key)]);
  }, [items, t]);
}
