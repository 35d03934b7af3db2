import { Injectable } from '@nestjs/common';

/** False from the moment the process begins to stop: a proxy then sends nobody here any more. */
@Injectable()
export class Readiness {
  draining = false;
}
