import type { ReactNode, SVGProps } from 'react';

/**
 * Teabreak's own icons: 24-unit grid, one round line of 1.75, no fills but dots. They say nothing to a screen reader. Here are those
 * that a phone may see first, so that its first view waits for no others; icons.tsx has them all.
 */
export type Icon = (props: SVGProps<SVGSVGElement>) => ReactNode;

export const icon =
  (path: string): Icon =>
  (props) => (
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
      {...props}
    >
      <path d={path} />
    </svg>
  );

/** A point that stays visible beside strokes of 1.75. */
export const dot = (x: number, y: number) => `M${x - 0.5} ${y}a.5 .5 0 1 0 1 0a.5 .5 0 1 0-1 0`;

export const CupIcon = /* @__PURE__ */ icon(
  'M4 10h13v3a6.5 6 0 0 1-13 0zM17 11h1.5a2.5 2.5 0 0 1 0 5H16M6 21h9M9 3.5c-1.2 1.2 1.2 2 0 3.5M13 3.5c-1.2 1.2 1.2 2 0 3.5',
);
export const BoardIcon = /* @__PURE__ */ icon(
  'M8 8.5m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M16 8.5m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M3.5 19c0-3 1.8-5 4.5-5 1.8 0 3.2.8 4 2.2.8-1.4 2.2-2.2 4-2.2 2.7 0 4.5 2 4.5 5',
);
export const BridgeIcon = /* @__PURE__ */ icon('M3 18c2-8 5-12 9-12s7 4 9 12M3 18h18M8 18c.6-3.4 2-5 4-5s3.4 1.6 4 5');
export const AskIcon = /* @__PURE__ */ icon(
  'M12 20c-4.8-3.2-8-6.2-8-10a4.4 4.4 0 0 1 8-2.5A4.4 4.4 0 0 1 20 10M12.5 15.5h7M16 12l3.5 3.5L16 19',
);
export const CardIcon = /* @__PURE__ */ icon(
  'M3.5 6.5a1.5 1.5 0 0 1 1.5-1.5h14a1.5 1.5 0 0 1 1.5 1.5v9a3.5 3.5 0 0 1-3.5 3.5H7a3.5 3.5 0 0 1-3.5-3.5zM8.5 11m-1.75 0a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M6 16c.3-1.3 1.2-2 2.5-2s2.2.7 2.5 2M14 10h3.5M14 13.5h2.5',
);
export const TicketIcon = /* @__PURE__ */ icon(
  'M4 7h16v3.2a2 2 0 0 0 0 3.6V17H4v-3.2a2 2 0 0 0 0-3.6zM14 7v2M14 11.5v1M14 15v2',
);
export const CalendarIcon = /* @__PURE__ */ icon(
  'M4 7.5a1.5 1.5 0 0 1 1.5-1.5h13a1.5 1.5 0 0 1 1.5 1.5V17a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3zM8 3.5V8M16 3.5V8M4 11h16',
);
export const PlaceIcon = /* @__PURE__ */ icon(
  'M12 21c-4.5-4.2-6.5-7.6-6.5-10.5a6.5 6.5 0 0 1 13 0c0 2.9-2 6.3-6.5 10.5zM12 10.5m-2.25 0a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0-4.5 0',
);
export const PersonIcon = /* @__PURE__ */ icon(
  'M12 8m-3.75 0a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0M4.5 20c.6-4 3.4-6 7.5-6s6.9 2 7.5 6',
);
export const PeopleIcon = /* @__PURE__ */ icon(
  'M9 8.5m-3.25 0a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0M2.5 19.5c.4-3.6 2.8-5.5 6.5-5.5s6.1 1.9 6.5 5.5M15.5 5.5a3.25 3.25 0 0 1 0 6M17.5 14.5c2.3.6 3.7 2.3 4 5',
);
export const CheckIcon = /* @__PURE__ */ icon('M5 12.5l4.5 4.5L19 7.5');
export const CloseIcon = /* @__PURE__ */ icon('M6.5 6.5l11 11M17.5 6.5l-11 11');
export const BackIcon = /* @__PURE__ */ icon('M19 12H5M11 5.5L4.5 12l6.5 6.5');
export const ForwardIcon = /* @__PURE__ */ icon('M5 12h14M13 5.5l6.5 6.5-6.5 6.5');
export const ScreenIcon = /* @__PURE__ */ icon('M4 4.5h16V14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM12 16v4M8.5 20h7');
export const SunIcon = /* @__PURE__ */ icon(
  'M12 12m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
);
export const MoonIcon = /* @__PURE__ */ icon('M20 13.5A8 8 0 1 1 10.5 4a6.5 6.5 0 0 0 9.5 9.5z');
export const WarnIcon = /* @__PURE__ */ icon(`M12 4.5l8.5 14.5h-17zM12 10.5v3.5${dot(12, 16.5)}`);
export const InfoIcon = /* @__PURE__ */ icon(
  `M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 11.5V16${dot(12, 8.25)}`,
);
export const OfflineIcon = /* @__PURE__ */ icon(
  `M4 4l16 16M3.5 10a12.5 12.5 0 0 1 4-2.6M11.5 6.5c3.4-.1 6.6 1.2 9 3.5M7 13.5a7.5 7.5 0 0 1 4-2.2M15 12.3c.8.3 1.5.7 2 1.2${dot(12, 17.5)}`,
);
export const SparkIcon = /* @__PURE__ */ icon(
  'M12 4c.6 4.7 3.3 7.4 8 8-4.7.6-7.4 3.3-8 8-.6-4.7-3.3-7.4-8-8 4.7-.6 7.4-3.3 8-8z',
);
export const RefreshIcon = /* @__PURE__ */ icon('M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5');
