import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** Every entity, listed by hand: what is not here does not exist for TypeORM. */
export const entities: EntityTarget<ObjectLiteral>[] = [];
