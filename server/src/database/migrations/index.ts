import { CreateSchema1782000000000 } from './1782000000000-create-schema.js';
import { CreateRounds1782100000000 } from './1782100000000-create-rounds.js';
import { CreateMatchingControls1782200000000 } from './1782200000000-create-matching-controls.js';
import { AddPresenceTimes1782350000000 } from './1782350000000-add-presence-times.js';
import { CreateTextEmbeddings1782500000000 } from './1782500000000-create-text-embeddings.js';
import { DeepenIntroductions1782600000000 } from './1782600000000-deepen-introductions.js';
import { ExtendCircle1782700000000 } from './1782700000000-extend-circle.js';
import { DeepenNotes1782800000000 } from './1782800000000-deepen-notes.js';
import { CreateAsks1782900000000 } from './1782900000000-create-asks.js';
import { CreateScreenLinks1783000000000 } from './1783000000000-create-screen-links.js';
import { CreateFollowUps1783100000000 } from './1783100000000-create-follow-ups.js';
import { LetPeopleLeave1783200000000 } from './1783200000000-let-people-leave.js';
import { WidenDigests1783210000000 } from './1783210000000-widen-digests.js';
import { CloseLeftRegistrations1783220000000 } from './1783220000000-close-left-registrations.js';
import { CloseUnreportedMeetings1783300000000 } from './1783300000000-close-unreported-meetings.js';
import { TellEndedRights1783400000000 } from './1783400000000-tell-ended-rights.js';

/** Every migration in the order it runs. Named one by one: a folder glob would behave differently in source and in dist. */
export const migrations = [
  CreateSchema1782000000000,
  CreateRounds1782100000000,
  CreateMatchingControls1782200000000,
  AddPresenceTimes1782350000000,
  CreateTextEmbeddings1782500000000,
  DeepenNotes1782800000000,
  DeepenIntroductions1782600000000,
  ExtendCircle1782700000000,
  CreateAsks1782900000000,
  CreateScreenLinks1783000000000,
  CreateFollowUps1783100000000,
  LetPeopleLeave1783200000000,
  WidenDigests1783210000000,
  CloseLeftRegistrations1783220000000,
  CloseUnreportedMeetings1783300000000,
  TellEndedRights1783400000000,
];
