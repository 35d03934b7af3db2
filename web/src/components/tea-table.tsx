import { useId } from 'react';
import styles from './tea-table.module.css';

/**
 * Two bowls six metres apart; their steam leans together over the pot and becomes 人, a person. Drawn on 720 × 520: bowls of radius 96
 * around x = 140 and 580, everything else measured from them.
 */
export function TeaTable() {
  const id = useId();
  return (
    <svg viewBox="0 0 720 520" className={styles.scene} role="presentation" fill="none">
      <defs>
        <linearGradient id={`${id}-left`} x1="366" y1="60" x2="150" y2="300" gradientUnits="userSpaceOnUse">
          <stop offset="0.35" stopColor="var(--ink)" />
          <stop offset="1" stopColor="var(--jade)" stopOpacity="0.1" />
        </linearGradient>
        <linearGradient id={`${id}-right`} x1="368" y1="130" x2="580" y2="310" gradientUnits="userSpaceOnUse">
          <stop offset="0.3" stopColor="var(--ink)" />
          <stop offset="1" stopColor="var(--tea)" stopOpacity="0.15" />
        </linearGradient>
      </defs>
      <circle cx="360" cy="236" r="214" fill="var(--glaze)" />
      <path
        className={styles.steam}
        fill={`url(#${id}-left)`}
        d="M352 66c-2 122-84 176-214 236 132-38 246-96 244-232 0-14-30-18-30-4z"
      />
      <path
        className={styles.steam}
        fill={`url(#${id}-right)`}
        d="M366 146c16 70 92 124 220 158-106-46-172-96-210-182-8 0-12 12-10 24z"
      />
      <Bowl x={140} glaze="var(--jade)" />
      <Bowl x={580} glaze="var(--tea)" />
      <Gaiwan />
      <path d="M14 432h692" stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" />
      <g className={styles.measure}>
        <path d="M140 462v24M580 462v24M152 474h166M402 474h166" strokeWidth="2.5" strokeLinecap="round" />
        <path
          d="M164 467l-12 7 12 7M556 467l12 7-12 7"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <text x="360" y="484" textAnchor="middle">
          6 m
        </text>
      </g>
    </svg>
  );
}

function Bowl({ x, glaze }: { x: number; glaze: string }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path d="M-96 330c2 62 36 92 62 94v8h68v-8c26-2 60-32 62-94z" fill={glaze} />
      <ellipse cx="0" cy="330" rx="96" ry="17" fill="var(--surface)" />
      <ellipse cx="0" cy="332" rx="84" ry="12" fill="var(--tea)" opacity="0.8" />
      <path d="M-70 356c4 24 14 40 28 50" stroke="#fff" strokeOpacity="0.4" strokeWidth="6" strokeLinecap="round" />
    </g>
  );
}

function Gaiwan() {
  return (
    <g stroke="var(--cobalt)" strokeWidth="4">
      <path d="M292 420c14 10 122 10 136 0-4 10-40 14-68 14s-64-4-68-14z" fill="var(--surface)" />
      <path d="M304 346c2 44 20 66 36 70h40c16-4 34-26 36-70z" fill="var(--surface)" />
      <path d="M308 346c4-22 26-34 52-34s48 12 52 34z" fill="var(--surface)" />
      <path d="M349 312c0-9 4-14 11-14s11 5 11 14" fill="var(--surface)" />
      <path d="M316 376c14 7 74 7 88 0" strokeWidth="3" />
      <path d="M340 398c4-12 14-12 20 0 6-12 16-12 20 0" strokeWidth="3" strokeLinecap="round" />
    </g>
  );
}
