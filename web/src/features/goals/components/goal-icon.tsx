import type { GoalKind } from '@teabreak/shared';

const PATHS: Record<GoalKind, string> = {
  'find-job':
    'M4 9.5A1.5 1.5 0 0 1 5.5 8h13A1.5 1.5 0 0 1 20 9.5V16a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3zM9 8V6.5A1.5 1.5 0 0 1 10.5 5h3A1.5 1.5 0 0 1 15 6.5V8M4 12.5c5 2 11 2 16 0M12 13.2v1.2',
  hire: 'M10 8.5m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M3.5 19.5c.5-3.7 2.9-5.5 6.5-5.5 1.2 0 2.3.2 3.2.6M18 13.5v6M15 16.5h6',
  clients:
    'M5 9l1.2-4h11.6L19 9M5 9a2.33 2.33 0 0 0 4.67 0 2.33 2.33 0 0 0 4.66 0A2.33 2.33 0 0 0 19 9M6 12v7.5h12V12M10 19.5V15.5h4v4',
  partner: 'M9 12m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M15 12m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  investment:
    'M12 20v-8M12 12c0-3.5-2.5-5.5-6.5-5.5 0 4 2.5 5.5 6.5 5.5zM12 14.5c0-3 2.2-4.8 6-4.8 0 3.5-2.2 4.8-6 4.8zM7 20h10',
  advice: 'M9 17.5h6M10 20.5h4M9 17.5c0-2.5-3-3.7-3-7.5a6 6 0 0 1 12 0c0 3.8-3 5-3 7.5',
  friends: 'M12 19.5C7 16 4.5 13 4.5 9.8A3.8 3.8 0 0 1 12 8.3a3.8 3.8 0 0 1 7.5 1.5C19.5 13 17 16 12 19.5z',
  'language-exchange':
    'M4.5 4.5h8A1.5 1.5 0 0 1 14 6v4.5a2.5 2.5 0 0 1-2.5 2.5H8l-3 2.5V13a2 2 0 0 1-2-2V6a1.5 1.5 0 0 1 1.5-1.5M17 9h2.5A1.5 1.5 0 0 1 21 10.5V16a2 2 0 0 1-2 2v2.5L16 18h-3.5a2.5 2.5 0 0 1-2.3-1.5',
  curious: 'M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M15.5 8.5l-2 5-5 2 2-5z',
};

/** One drawing per kind of goal, in the manner of the other icons. Says nothing to a screen reader: its label does. */
export function GoalIcon({ kind, className }: { kind: GoalKind; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={className}
    >
      <path d={PATHS[kind]} />
    </svg>
  );
}
