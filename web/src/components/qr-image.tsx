import { useState } from 'react';
import styles from './qr-image.module.css';

/**
 * One code from the server, alone on white. A plain <img>, because WeChat recognises nothing else on a long press. `big` fills the
 * width, for a phone that is held out to another. A new code takes the old one's place only when it has arrived: on slow Wi-Fi there
 * is no moment without one.
 */
export function QrImage({ src, alt, big = false }: { src: string; alt: string; big?: boolean }) {
  const [shown, setShown] = useState(src);
  return (
    <div className={styles.paper}>
      {[...new Set([shown, src])].map((one) => (
        <img
          key={one}
          className={big ? styles.big : styles.image}
          src={one}
          alt={alt}
          width={220}
          height={220}
          hidden={one !== shown}
          onLoad={() => one === src && setShown(src)}
        />
      ))}
    </div>
  );
}
