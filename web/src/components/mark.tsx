/**
 * Two bowls; their steam rises, leans together and becomes 人, a person: the one who introduces. Drawn on a 48-unit grid, bowls as
 * half circles of radius 9 on a foot of 6, steam as two strokes of one brush.
 */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" fill="none">
      <path d="M4 31h18a9 9 0 0 1-6 8.500v1.500h-6v-1.500A9 9 0 0 1 4 31z" fill="var(--jade)" />
      <path d="M26 31h18a9 9 0 0 1-6 8.500v1.500h-6v-1.500A9 9 0 0 1 26 31z" fill="var(--tea)" />
      <path
        d="M25 5.500c0 11-3.5 14.5-12 20.500M24.3 13c1.2 6 4.7 9.5 10.7 13"
        stroke="currentColor"
        strokeWidth="4.25"
        strokeLinecap="round"
      />
    </svg>
  );
}
