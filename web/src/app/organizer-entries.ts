import type { EventRole, SiteRole } from '@teabreak/shared';
import type { NavItem } from '../components/bars.js';
import {
  AskIcon,
  BackIcon,
  BoardIcon,
  BridgeIcon,
  CalendarIcon,
  CupIcon,
  PeopleIcon,
  PersonIcon,
  SparkIcon,
} from '../components/first-icons.js';
import {
  BlockIcon,
  DoorIcon,
  DownloadIcon,
  MailIcon,
  PlusIcon,
  QrIcon,
  SettingsIcon,
  UploadIcon,
} from '../components/icons.js';
import type { Translate } from '../lib/i18n.js';
import { paths } from '../lib/paths.js';

/** What an organizer's side bar holds outside an event. */
export const siteEntries = (role: SiteRole, t: Translate): NavItem[] => [
  { to: paths.organize, label: t('nav.events'), icon: CalendarIcon, end: true },
  ...(role === 'none' ? [] : [{ to: paths.newEvent, label: t('nav.new'), icon: PlusIcon }]),
  ...(role === 'first'
    ? [
        { to: paths.organizers, label: t('nav.organizers'), icon: PeopleIcon },
        { to: paths.mails, label: t('nav.mails'), icon: MailIcon },
      ]
    : []),
  { to: paths.myData, label: t('nav.myData'), icon: DownloadIcon },
];

const EVERYBODY: readonly EventRole[] = ['owner', 'organizer', 'host', 'door'];
const HOSTS: readonly EventRole[] = ['owner', 'organizer', 'host'];
const ORGANIZERS: readonly EventRole[] = ['owner', 'organizer'];

/** In the order of an event's day; each role sees the pages it may open (E6). */
export function eventEntries(eventId: string, role: EventRole | undefined, t: Translate): NavItem[] {
  const event = paths.organized(eventId);
  const entries: [readonly EventRole[], NavItem][] = [
    [EVERYBODY, { to: paths.organize, label: t('nav.events'), icon: BackIcon, end: true }],
    [HOSTS, { to: event.overview, label: t('nav.overview'), icon: BoardIcon }],
    [EVERYBODY, { to: event.guests, label: t('nav.guests'), icon: PeopleIcon }],
    [ORGANIZERS, { to: event.import, label: t('nav.import'), icon: UploadIcon }],
    [EVERYBODY, { to: event.door, label: t('nav.door'), icon: DoorIcon }],
    [HOSTS, { to: event.introductions, label: t('nav.introductions'), icon: BridgeIcon }],
    [HOSTS, { to: event.asks, label: t('nav.asks'), icon: AskIcon }],
    [HOSTS, { to: event.reports, label: t('nav.reports'), icon: BlockIcon }],
    [ORGANIZERS, { to: event.matching, label: t('nav.matching'), icon: SparkIcon }],
    [HOSTS, { to: event.rounds, label: t('nav.rounds'), icon: CupIcon }],
    [HOSTS, { to: event.group, label: t('nav.group'), icon: QrIcon }],
    [HOSTS, { to: event.team, label: t('nav.team'), icon: PersonIcon }],
    [ORGANIZERS, { to: event.settings, label: t('nav.settings'), icon: SettingsIcon }],
  ];
  return entries.filter(([roles]) => role !== undefined && roles.includes(role)).map(([, entry]) => entry);
}
