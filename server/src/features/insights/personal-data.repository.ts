import { Injectable } from '@nestjs/common';
import {
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

@Injectable()
export class InsightsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    screen_links: {
      exported: { not: 'of the event: whoever runs it sees it there' },
      afterwards: { kept: 'names a projector; who made it is forgotten with the account' },
    },
  };

  constructor(parts: PersonalDataParts) {
    super(parts);
  }

  sections(): Section[] {
    return [];
  }
}
