import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from '../lib/router.js';
import styles from './button.module.css';
import type { Icon } from './first-icons.js';
import { Spinner } from './progress.js';

type Look = {
  /** One primary per view. `faint`: hardly ever needed, and found by whoever looks for it. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'faint' | 'danger';
  size?: 'm' | 's' | 'l';
  full?: boolean;
  icon?: Icon;
  children: ReactNode;
};

const classesOf = ({ variant = 'primary', size = 'm', full }: Partial<Look>) =>
  [styles.button, styles[variant], styles[size], full && styles.full].filter(Boolean).join(' ');

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { busy?: boolean };

export function Button({ variant, size, full, icon: Glyph, busy = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classesOf({ variant, size, full })}
      disabled={rest.disabled || busy}
      aria-busy={busy}
    >
      {busy ? <Spinner /> : Glyph && <Glyph width={20} height={20} />}
      <span>{children}</span>
    </button>
  );
}

/** `to` stays in the app; `href` leaves it or downloads. */
type LinkButtonProps = Look &
  ({ to: string; replace?: boolean } | { href: string; download?: boolean; newWindow?: boolean; onClick?: () => void });

export function LinkButton({ variant, size, full, icon: Glyph, children, ...rest }: LinkButtonProps) {
  const className = classesOf({ variant, size, full });
  const content = (
    <>
      {Glyph && <Glyph width={20} height={20} />}
      <span>{children}</span>
    </>
  );
  if ('to' in rest) {
    return (
      <Link to={rest.to} replace={rest.replace} className={className}>
        {content}
      </Link>
    );
  }
  const target = rest.newWindow ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <a href={rest.href} download={rest.download} onClick={rest.onClick} className={className} {...target}>
      {content}
    </a>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label'> & {
  label: string;
  icon: Icon;
};

export function IconButton({ label, icon: Glyph, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={styles.icon} aria-label={label} title={label}>
      <Glyph width={22} height={22} />
    </button>
  );
}
