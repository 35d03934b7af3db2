import { randomUUID } from 'node:crypto';
import type { ScreenLink, ScreenView } from '@teabreak/shared';
import { type Device, goTo, openDevice } from './device.js';
import type { Stage } from './journey.js';

/** A display link, as the organizer's page makes one. */
export async function makeScreenLink({ context, origin }: Device, eventId: string, name = ''): Promise<ScreenLink> {
  const answer = await context.request.post(`${origin}/api/events/${eventId}/screen-links`, {
    headers: { 'x-teabreak': '1', origin },
    data: { requestId: randomUUID(), name },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as ScreenLink;
}

export async function openProjector(stage: Stage, organizer: Device, eventId: string): Promise<Device> {
  const { token } = await makeScreenLink(organizer, eventId);
  const projector = await openDevice(stage, 'projector', 'projector');
  await goTo(projector, `/screen#${token}`);
  return projector;
}

/** All that the server tells the wall, past what it shows. */
export async function fetchedByWall({ page, context, origin }: Device): Promise<string> {
  const authorization = `Bearer ${new URL(page.url()).hash.slice(1)}`;
  return (await context.request.get(`${origin}/api/screen`, { headers: { authorization } })).text();
}

export const viewOfWall = async (wall: Device): Promise<ScreenView> =>
  JSON.parse(await fetchedByWall(wall)) as ScreenView;
