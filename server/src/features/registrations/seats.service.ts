import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Promoted, type SeatedEvent, SeatsRepository } from './seats.repository.js';

/** Who sits and who waits. Every method runs in the caller's transaction, with the event locked by `lock…`. */
@Injectable()
export class SeatsService {
  constructor(private readonly seats: SeatsRepository) {}

  lock(manager: EntityManager, eventId: string): Promise<SeatedEvent | null> {
    return this.seats.lock(manager, eventId);
  }

  /** @returns false when all seats are taken. */
  take(manager: EntityManager, eventId: string): Promise<boolean> {
    return this.seats.take(manager, eventId);
  }

  addTaken(manager: EntityManager, eventId: string, seats: number): Promise<void> {
    return this.seats.add(manager, eventId, seats);
  }

  /** `leaver` gave a seat up: the first who waits gets it in the same transaction, so nobody can slip in between. */
  async passOn(manager: EntityManager, eventId: string, leaver: string): Promise<Promoted[]> {
    const promoted = await this.seats.promoteFirst(manager, eventId, leaver);
    if (promoted.length === 0) await this.seats.release(manager, eventId);
    return promoted;
  }

  /** Seats those who wait after the capacity was raised. */
  async fill(manager: EntityManager, eventId: string): Promise<Promoted[]> {
    const event = await this.seats.lock(manager, eventId);
    if (event === null) return [];
    const free = event.capacity === null ? Number.MAX_SAFE_INTEGER : event.capacity - event.taken;
    const promoted = free > 0 ? await this.seats.promoteWaiting(manager, eventId, free) : [];
    if (promoted.length > 0) await this.seats.add(manager, eventId, promoted.length);
    return promoted;
  }
}
