import { CreateSchema1782000000000 } from './1782000000000-create-schema.js';

/** Every migration in the order it runs. Named one by one: a folder glob would behave differently in source and in dist. */
export const migrations = [CreateSchema1782000000000];
