import styles from './qr-image.module.css';

/**
 * One code from the server, alone on white. A plain <img>, because WeChat recognises nothing else on a long press. `big` fills the
 * width, for a phone that is held out to another.
 */
export function QrImage({ src, alt, big = false }: { src: string; alt: string; big?: boolean }) {
  return (
    <div className={styles.paper}>
      <img className={big ? styles.big : styles.image} src={src} alt={alt} width={220} height={220} />
    </div>
  );
}
