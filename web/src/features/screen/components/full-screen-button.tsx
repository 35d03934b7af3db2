import { Button } from '../../../components/button.js';
import { ScreenIcon } from '../../../components/first-icons.js';
import { Words } from '../screen-words.js';
import styles from './screen-stage.module.css';

/** Seen when the mouse or the keyboard comes near, so that the wall stays clean. */
export function FullScreenButton() {
  if (!document.fullscreenEnabled) return null;
  const toggle = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return (
    <div className={styles.fullScreen}>
      <Button variant="secondary" size="s" icon={ScreenIcon} onClick={toggle}>
        <Words name="fullScreen" />
      </Button>
    </div>
  );
}
