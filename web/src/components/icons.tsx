import { dot, icon } from './first-icons.js';

export const ScanIcon = /* @__PURE__ */ icon(
  'M4 8V6a2 2 0 0 1 2-2h2M16 4h2a2 2 0 0 1 2 2v2M20 16v2a2 2 0 0 1-2 2h-2M8 20H6a2 2 0 0 1-2-2v-2M7 12h10',
);
export const QrIcon = /* @__PURE__ */ icon(
  `M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20h2M18 18h2v2${dot(7, 7)}${dot(17, 7)}${dot(7, 17)}`,
);
export const ClockIcon = /* @__PURE__ */ icon('M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5l3 2');
export const SearchIcon = /* @__PURE__ */ icon(
  'M10.5 10.5m-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5L20 20',
);
export const PlusIcon = /* @__PURE__ */ icon('M12 5v14M5 12h14');
export const DownIcon = /* @__PURE__ */ icon('M6 9.5l6 6 6-6');
export const MoreIcon = /* @__PURE__ */ icon(`${dot(6, 12)}${dot(12, 12)}${dot(18, 12)}`);
export const EditIcon = /* @__PURE__ */ icon(
  'M4.5 19.5l1-4.5L15.8 4.7a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L9 18.5zM13.5 7l3.5 3.5',
);
export const TrashIcon = /* @__PURE__ */ icon(
  'M5 7h14M10 7V5a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v2M6.5 7l.8 11a2 2 0 0 0 2 2h5.4a2 2 0 0 0 2-2l.8-11',
);
export const CopyIcon = /* @__PURE__ */ icon(
  'M9 9h9.5a1.5 1.5 0 0 1 1.5 1.5V18a2 2 0 0 1-2 2h-7.5A1.5 1.5 0 0 1 9 18.5zM15 9V5.5A1.5 1.5 0 0 0 13.5 4H6a2 2 0 0 0-2 2v7.5A1.5 1.5 0 0 0 5.5 15H9',
);
export const DownloadIcon = /* @__PURE__ */ icon('M12 4v11M8 11l4 4 4-4M5 16.5V18a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-1.5');
export const UploadIcon = /* @__PURE__ */ icon(
  'M12 15V4.5M8 8.5l4-4 4 4M5 16.5V18a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-1.5',
);
export const MailIcon = /* @__PURE__ */ icon(
  'M3.5 7A1.5 1.5 0 0 1 5 5.5h14A1.5 1.5 0 0 1 20.5 7v8.5a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3zM4 7l8 6 8-6',
);
export const ChatIcon = /* @__PURE__ */ icon(
  'M5.5 5h13A1.5 1.5 0 0 1 20 6.5V13a3.5 3.5 0 0 1-3.5 3.5H12L7.5 20v-3.5A3.5 3.5 0 0 1 4 13V6.5A1.5 1.5 0 0 1 5.5 5zM8.5 9.5h7M8.5 12.5h4.5',
);
export const NoteIcon = /* @__PURE__ */ icon(
  'M6 4h12a1 1 0 0 1 1 1v10l-5 5H6a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM14 20v-5h5M8.5 8.5h7M8.5 12h4.5',
);
export const DoorIcon = /* @__PURE__ */ icon(
  `M6.5 20V5.5A1.5 1.5 0 0 1 8 4h8a1.5 1.5 0 0 1 1.5 1.5V20M4 20h16${dot(14, 12.5)}`,
);
export const SettingsIcon = /* @__PURE__ */ icon(
  'M4 7h8M16 7h4M4 17h4M12 17h8M14 7m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M10 17m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
);
export const SignOutIcon = /* @__PURE__ */ icon(
  'M13 5H7.5A1.5 1.5 0 0 0 6 6.5v11A1.5 1.5 0 0 0 7.5 19H13M11 12h9M17 8.5l3.5 3.5-3.5 3.5',
);
export const CameraIcon = /* @__PURE__ */ icon(
  'M4 8.5A1.5 1.5 0 0 1 5.5 7H8l1.5-2.5h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5V16a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3zM12 12.75m-3.25 0a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0',
);
export const BlockIcon = /* @__PURE__ */ icon('M12 12m-8.5 0a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M6 6l12 12');
export const ExternalIcon = /* @__PURE__ */ icon(
  'M13 5h6v6M19 5l-8.5 8.5M17 14.5V17a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h2.5',
);
