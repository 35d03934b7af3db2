import { Injectable } from '@nestjs/common';

/** The server's time. Tests set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
