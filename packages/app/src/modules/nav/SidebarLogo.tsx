import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './SidebarLogo.module.css';

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.logo}
      aria-label="Elsa portal, home"
    >
      <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden>
        <rect width="32" height="32" rx="7" />
        <path d="M10 8h12v3.2H13.6v3.1h7.2v3.2h-7.2v3.3H22V24H10z" />
      </svg>
      {isOpen && <span className={styles.name}>Elsa portal</span>}
    </Link>
  );
};
