import { useQueryClient } from '@tanstack/react-query';
import type { MyRegistration, Presence } from '@teabreak/shared';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { toast } from '../../components/toast.js';
import { api } from '../../lib/api-client.js';
import { ApiError, errorMessage } from '../../lib/api-error.js';
import { serverNow } from '../../lib/clock.js';
import { useTranslation } from '../../lib/i18n.js';
import { useOnReturn } from '../../lib/live.js';
import { useTime } from '../../lib/time.js';
import { presenceOutbox, type Said } from './presence-outbox.js';
import { registrationQuery } from './registrations.queries.js';

/** After that the board has put a silent phone's person to "away" by itself, and "free" of half an hour ago would be a guess. */
const HOLDS_MS = 30 * 60_000;
const AGAIN_MS = 4000;
const SELDOM_MS = 60_000;
const PASSING = new Set([408, 425, 429]);

/** No answer, or one that will be another later. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.unanswered || error.status >= 500 || PASSING.has(error.status);

/** Shown at once, and sent as soon as it gets through. */
export const sayPresence = (eventId: string, presence: Presence, placeId: string | null): void =>
  presenceOutbox.put(eventId, { presence, placeId, saidAt: new Date(serverNow()).toISOString() });

/** What was said and not sent yet. */
export const useSaid = (eventId: string): Said | null =>
  useSyncExternalStore(presenceOutbox.subscribe, () => presenceOutbox.read(eventId));

/** One tab at a time; where the browser has no locks, two send the same, which does no harm. */
const alone = (eventId: string, work: () => Promise<boolean>): Promise<boolean> =>
  navigator.locks ? navigator.locks.request(`teabreak.presence.${eventId}`, work) : work();

/**
 * Sends what was said as soon as it gets through: at once, when the phone comes back, and again after growing pauses. On all pages of an
 * event, so that it does not matter where the person went on.
 */
export function usePresenceSending(eventId: string): void {
  const client = useQueryClient();
  const { t } = useTranslation();
  const format = useTime();
  const said = useSaid(eventId);

  const deliver = useEffectEvent(async (next: Said): Promise<boolean> => {
    if (serverNow() - Date.parse(next.saidAt) > HOLDS_MS) {
      toast(t('presence.tooOld', { time: format.time(next.saidAt) }), 'seal');
      return true;
    }
    try {
      const saved = await api.put<MyRegistration>(`/api/events/${eventId}/me/presence`, next);
      client.setQueryData(registrationQuery(eventId).queryKey, saved);
    } catch (error) {
      if (mayPass(error)) return false;
      toast(t('presence.refused', { reason: errorMessage(error, t) }), 'seal');
      void client.invalidateQueries(registrationQuery(eventId));
    }
    return true;
  });

  const sendAll = useEffectEvent(() =>
    alone(eventId, async () => {
      for (let next = presenceOutbox.read(eventId); next; next = presenceOutbox.read(eventId)) {
        if (!(await deliver(next))) return false;
        presenceOutbox.remove(eventId, next);
      }
      return true;
    }),
  );

  useEffect(() => {
    if (!said) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const attempt = async (wait: number) => {
      if ((await sendAll()) || gone) return;
      timer = setTimeout(attempt, wait * (0.75 + Math.random() / 2), Math.min(wait * 2, SELDOM_MS));
    };
    void attempt(AGAIN_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [said]);
  useOnReturn(() => {
    if (said) void sendAll();
  });

  // Another tab has sent it, and has the answer.
  const sentElsewhere = useEffectEvent(({ key, newValue }: StorageEvent) => {
    if (key === `teabreak.presence.${eventId}` && newValue === null)
      void client.invalidateQueries(registrationQuery(eventId));
  });
  useEffect(() => {
    const heard = (event: StorageEvent) => sentElsewhere(event);
    window.addEventListener('storage', heard);
    return () => window.removeEventListener('storage', heard);
  }, []);
}
