import { Injectable } from '@nestjs/common';

/** What the person who started the server should read once it is up, for instance the set-up link. */
@Injectable()
export class Announcements {
  private readonly texts: string[] = [];

  /** Call while the application initialises (`onApplicationBootstrap`). */
  add(text: string): void {
    this.texts.push(text);
  }

  all(): readonly string[] {
    return this.texts;
  }
}
