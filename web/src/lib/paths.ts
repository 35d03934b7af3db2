const part = encodeURIComponent;
const event = (slug: string) => `/e/${part(slug)}`;
const organized = (eventId: string) => `/organize/${part(eventId)}`;

/** Every address of the app. Links are built here and nowhere else. */
export const paths = {
  start: '/',
  setup: '/setup',
  signIn: (next?: string) => (next ? `/sign-in?${new URLSearchParams({ next })}` : '/sign-in'),

  followUps: '/follow-ups',
  followUp: (id: string) => `/follow-ups/${part(id)}`,

  myData: '/my-data',

  organize: '/organize',
  newEvent: '/organize/new',
  mails: '/organize/mails',
  organizers: '/organize/organizers',
  organized: (eventId: string) => ({
    overview: `${organized(eventId)}/overview`,
    guests: `${organized(eventId)}/guests`,
    import: `${organized(eventId)}/import`,
    door: `${organized(eventId)}/door`,
    introductions: `${organized(eventId)}/introductions`,
    reports: `${organized(eventId)}/reports`,
    matching: `${organized(eventId)}/matching`,
    asks: `${organized(eventId)}/asks`,
    group: `${organized(eventId)}/group`,
    poster: `${organized(eventId)}/poster`,
    team: `${organized(eventId)}/team`,
    rounds: `${organized(eventId)}/rounds`,
    settings: `${organized(eventId)}/settings`,
  }),

  event: (slug: string) => ({
    page: event(slug),
    join: `${event(slug)}/join`,
    home: `${event(slug)}/home`,
    inbox: `${event(slug)}/inbox`,
    board: `${event(slug)}/board`,
    person: (personId: string) => `${event(slug)}/people/${part(personId)}`,
    circle: `${event(slug)}/circle`,
    introductions: `${event(slug)}/introductions`,
    conversations: `${event(slug)}/conversations`,
    introduction: (id: string) => `${event(slug)}/introductions/${part(id)}`,
    asks: `${event(slug)}/asks`,
    ask: (id: string) => `${event(slug)}/asks/${part(id)}`,
    askThread: (id: string) => `${event(slug)}/asks/with/${part(id)}`,
    card: `${event(slug)}/card`,
    scan: `${event(slug)}/scan`,
    ticket: `${event(slug)}/ticket`,
    me: `${event(slug)}/me`,
    room: `${event(slug)}/room`,
    rounds: `${event(slug)}/rounds`,
  }),

  claim: (token: string) => `/i/${part(token)}`,
  exchange: (token: string) => `/c/${part(token)}`,
  group: (code: string) => `/g/${part(code)}`,
  /** The token stands where no server and no other page is told of it. */
  screen: (token: string) => `/screen#${part(token)}`,
};
