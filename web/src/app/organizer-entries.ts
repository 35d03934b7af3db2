import type { NavItem } from '../components/bars.js';
import {
  BackIcon,
  BoardIcon,
  BridgeIcon,
  CalendarIcon,
  CupIcon,
  DoorIcon,
  MailIcon,
  PeopleIcon,
  PlusIcon,
  QrIcon,
  SettingsIcon,
  UploadIcon,
} from '../components/icons.js';
import type { Translate } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

/** What an organizer's side bar holds outside an event. */
export const siteEntries = (seesMails: boolean, t: Translate): NavItem[] => [
  { to: paths.organize, label: t('nav.events'), icon: CalendarIcon, end: true },
  { to: paths.newEvent, label: t('nav.new'), icon: PlusIcon },
  ...(seesMails ? [{ to: paths.mails, label: t('nav.mails'), icon: MailIcon }] : []),
];

/** In the order of an event's day. */
export function eventEntries(eventId: string, t: Translate): NavItem[] {
  const event = paths.organized(eventId);
  return [
    { to: paths.organize, label: t('nav.events'), icon: BackIcon, end: true },
    { to: event.overview, label: t('nav.overview'), icon: BoardIcon },
    { to: event.guests, label: t('nav.guests'), icon: PeopleIcon },
    { to: event.import, label: t('nav.import'), icon: UploadIcon },
    { to: event.door, label: t('nav.door'), icon: DoorIcon },
    { to: event.agenda, label: t('nav.agenda'), icon: CalendarIcon },
    { to: event.breaks, label: t('nav.breaks'), icon: CupIcon },
    { to: event.introductions, label: t('nav.introductions'), icon: BridgeIcon },
    { to: event.group, label: t('nav.group'), icon: QrIcon },
    { to: event.team, label: t('nav.team'), icon: PeopleIcon },
    { to: event.settings, label: t('nav.settings'), icon: SettingsIcon },
  ];
}
