import { CreateSchema1782000000000 } from './1782000000000-create-schema.js';
import { CreateRounds1782100000000 } from './1782100000000-create-rounds.js';
import { CreateMatchingControls1782200000000 } from './1782200000000-create-matching-controls.js';
import { AddPresenceTimes1782350000000 } from './1782350000000-add-presence-times.js';
import { CreateTextEmbeddings1782500000000 } from './1782500000000-create-text-embeddings.js';

/** Every migration in the order it runs. Named one by one: a folder glob would behave differently in source and in dist. */
export const migrations = [
  CreateSchema1782000000000,
  CreateRounds1782100000000,
  CreateMatchingControls1782200000000,
  AddPresenceTimes1782350000000,
  CreateTextEmbeddings1782500000000,
];
