import { useEffect, useEffectEvent } from 'react';
import { serverNow, useNow } from '../lib/clock.js';
import { useLanguage } from '../lib/i18n.js';
import { relativeTime, useTime } from '../lib/time.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** 7:05, or 1:07:05 from an hour on. Never below zero. */
export function countdownText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Counts down to an instant by the server's clock. `label` names what ends; screen readers read the time when they come to it. */
export function Countdown({ to, label, onEnd }: { to: string; label: string; onEnd?: () => void }) {
  useNow(1000);
  const left = Date.parse(to) - serverNow();
  const over = left <= 0;
  const ended = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (over) ended();
  }, [over]);
  return (
    <time dateTime={to} role="timer" aria-label={label}>
      {countdownText(left)}
    </time>
  );
}

/** "3 minutes ago"; the exact time as its title. */
export function RelativeTime({ at, timeZone }: { at: string; timeZone?: string }) {
  const language = useLanguage();
  const format = useTime(timeZone);
  useNow(30_000);
  return (
    <time dateTime={at} title={format.dayTime(at)}>
      {relativeTime(at, serverNow(), language)}
    </time>
  );
}
