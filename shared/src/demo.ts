/** GET /api/demo · POST /api/demo (seed when needed, step in) · DELETE /api/demo (end and remove) */
export type DemoState = { state: 'none' | 'running'; slug: string | null; eventId: string | null; mayEnd: boolean };
export type DemoEntered = { slug: string; eventId: string; registrationId: string };
