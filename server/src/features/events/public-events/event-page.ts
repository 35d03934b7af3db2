import type { Locale, PublicEvent } from '@teabreak/shared';
import type { PageContent } from '../../../pages/page-content.registry.js';
import { html, SafeHtml } from '../../../pages/safe-html.js';
import { eventTimes } from './event-times.js';

const TEXTS = {
  en: {
    agenda: 'Agenda',
    hosts: 'Hosts',
    over: 'This event is over.',
    full: 'All seats are taken; you can join the waiting list.',
  },
  'zh-CN': { agenda: '日程', hosts: '主持人', over: '活动已经结束。', full: '名额已满，你可以加入候补名单。' },
} satisfies Record<Locale, Record<string, string>>;

/** The event's page as it can be read before, or without, any JavaScript. The same for everybody who opens it. */
export function eventPage(event: PublicEvent, preview: string, locale: Locale): PageContent {
  const times = eventTimes(event, locale);
  const where = [event.venue, event.address].filter(Boolean).join(locale === 'zh-CN' ? '，' : ', ');
  return {
    title: event.title,
    description: [times, where, preview].filter(Boolean).join(' · '),
    html: content(event, times, where, locale),
    data: { event },
  };
}

function content(event: PublicEvent, times: string, where: string, locale: Locale): SafeHtml {
  const texts = TEXTS[locale];
  const state =
    event.registration === 'over' || event.registration === 'full' ? html`<p>${texts[event.registration]}</p>` : html``;
  return html`<main data-initial="event"><header><h1>${event.title}</h1>
<p><time datetime="${event.startsAt}">${times}</time></p>
${where ? html`<p>${where}</p>` : html``}</header>
${state}
${new SafeHtml(event.descriptionHtml)}
${agenda(event, texts.agenda)}
${event.hosts.length > 0 ? html`<p>${texts.hosts}: ${event.hosts.join(locale === 'zh-CN' ? '、' : ', ')}</p>` : html``}</main>`;
}

function agenda({ agenda: items, timeZone }: PublicEvent, heading: string): SafeHtml {
  if (items.length === 0) return html``;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const rows = items.map(
    ({ startsAt, title }) =>
      html`<li><time datetime="${startsAt}">${clock.format(new Date(startsAt))}</time> ${title}</li>`,
  );
  return html`<h2>${heading}</h2><ul>${rows}</ul>`;
}
