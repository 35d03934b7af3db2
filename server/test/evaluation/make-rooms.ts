import { writeFileSync } from 'node:fs';
import { asFile, fixtureOf, ROOM_NAMES } from './rooms.js';

/** Command: writes the labelled rooms anew from their topics. */
for (const name of ROOM_NAMES) writeFileSync(fixtureOf(name), asFile(name));
