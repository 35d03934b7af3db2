import { SetMetadata } from '@nestjs/common';

export const PUBLIC_ROUTE = 'teabreak:public';

/** Marks a route that works without a session; its `@CurrentActor()` may be null. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);
