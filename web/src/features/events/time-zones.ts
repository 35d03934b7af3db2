import type { Option } from '../../components/text-field.js';

/** The browser's own zone; UTC where it does not tell. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

const readable = (zone: string, language: string): string => {
  const offset = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(Date.now())
    .find((part) => part.type === 'timeZoneName')?.value;
  return `${zone.replaceAll('_', ' ')} · ${offset ?? ''}`;
};

/** Every zone the browser knows, the likely ones first. `chosen` is among them even where this browser has another name for it. */
export function timeZoneOptions(chosen: string, language: string): Option[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  const zones = new Set([chosen, ownTimeZone(), 'Asia/Shanghai', ...known]);
  return [...zones].map((zone) => ({ value: zone, label: readable(zone, language) }));
}
