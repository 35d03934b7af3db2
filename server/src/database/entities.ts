import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AgendaItemEntity, EventEntity, PlaceEntity } from '../features/events/event.entity.js';
import { RegistrationEntity } from '../features/registrations/registration.entity.js';

/** Every entity, listed by hand: what is not here does not exist for TypeORM. */
export const entities: EntityTarget<ObjectLiteral>[] = [AgendaItemEntity, EventEntity, PlaceEntity, RegistrationEntity];
