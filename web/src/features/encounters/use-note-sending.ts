import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { toast } from '../../components/toast.js';
import { useTranslation } from '../../lib/i18n.js';
import { useOnReturn } from '../../lib/live.js';

/** Sends what was saved without a network, when the page appears and whenever the phone comes back. One tab at a time. */
export function useNoteSending(): void {
  const client = useQueryClient();
  const { t } = useTranslation('encounters');

  const send = useEffectEvent(async () => {
    const { sendWaiting } = await import('./note-sending.js');
    const work = () =>
      sendWaiting(client, (outcome, name) => {
        if (outcome === 'sent') toast(t('sentNow', { name }));
        if (outcome === 'refused') toast(t('notSent', { name }), 'seal');
      });
    await (navigator.locks ? navigator.locks.request('teabreak.notes', work) : work());
  });
  // Without its code there is no network either.
  const attempt = useEffectEvent(() => void send().catch(() => {}));
  useEffect(() => attempt(), []);
  useOnReturn(() => attempt());
}
