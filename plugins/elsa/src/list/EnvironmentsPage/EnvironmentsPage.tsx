import { Container } from '@backstage/ui';
import { EnvironmentsOverview } from '../EnvironmentsOverview';
import { UnregisteredSection } from '../UnregisteredSection';
import styles from './EnvironmentsPage.module.css';

/** All environments that the reader may see, and those that nobody registered. */
export function EnvironmentsPage() {
  return (
    <Container>
      <main className={styles.page}>
        <EnvironmentsOverview />
        <UnregisteredSection />
      </main>
    </Container>
  );
}
