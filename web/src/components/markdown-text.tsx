import styles from './markdown-text.module.css';

/** `html` as the server sanitised it from the organizer's Markdown. Nothing else may be passed. */
export function MarkdownText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server is the one place that sanitises
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />;
}
