import { Client } from './client.js';
import type { Order, SimulatedAccount } from './order.js';

/** One of the played people. */
export interface Played {
  account: SimulatedAccount;
  client: Client;
}
export interface Guest extends Played {
  account: SimulatedAccount & { registrationId: string };
}

/** Everybody whom the simulation plays. Whoever is not among them has stepped in. */
export class Cast {
  readonly guests: readonly Guest[];
  /** The host who opens and closes the breaks. */
  readonly host: Played;
  readonly door: Played;
  private readonly byRegistration: ReadonlyMap<string, Guest>;
  private readonly byAccount: ReadonlyMap<string, Played>;

  constructor({ baseUrl, accounts }: Order) {
    const played = accounts.map((account) => ({ account, client: new Client(baseUrl, account.cookie) }));
    this.guests = played.filter(isGuest);
    this.host = one(played, 'host');
    this.door = one(played, 'door');
    this.byRegistration = new Map(this.guests.map((guest) => [guest.account.registrationId, guest]));
    this.byAccount = new Map(played.map((person) => [person.account.accountId, person]));
  }

  /** Those whom people who step in may turn to at any moment. */
  get alwaysAwake(): Played[] {
    return [...this.byAccount.values()].filter(({ account: { part } }) => part === 'host' || part === 'companion');
  }

  guest(registrationId: string): Guest | undefined {
    return this.byRegistration.get(registrationId);
  }

  ofAccount(accountId: string): Played | undefined {
    return this.byAccount.get(accountId);
  }
}

function isGuest(person: Played): person is Guest {
  return person.account.registrationId !== null;
}

function one(people: readonly Played[], part: SimulatedAccount['part']): Played {
  const first = people.find(({ account }) => account.part === part);
  if (first === undefined) throw new Error(`The event has no ${part}`);
  return first;
}
