import { icon } from '../../../components/first-icons.js';

export const MicIcon = /* @__PURE__ */ icon(
  'M12 3.5a2.75 2.75 0 0 1 2.75 2.75v5a2.75 2.75 0 0 1-5.5 0v-5A2.75 2.75 0 0 1 12 3.5zM5.75 11a6.25 6.25 0 0 0 12.5 0M12 17.25V20.5M9 20.500h6',
);
export const StopIcon = /* @__PURE__ */ icon(
  'M7.500 6h9A1.5 1.5 0 0 1 18 7.500v9a1.5 1.5 0 0 1-1.500 1.500h-9A1.5 1.5 0 0 1 6 16.500v-9A1.5 1.5 0 0 1 7.500 6z',
);
export const PlayIcon = /* @__PURE__ */ icon('M8 5.500l10.500 6.500L8 18.500z');
export const PauseIcon = /* @__PURE__ */ icon('M8.500 5.500v13M15.500 5.500v13');
