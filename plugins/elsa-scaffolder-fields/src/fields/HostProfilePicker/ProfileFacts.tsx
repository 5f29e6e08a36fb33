import type { HostProfile } from '@elsa-portal/backstage-plugin-elsa-spec';
import { Text } from '@backstage/ui';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import styles from './HostProfilePicker.module.css';

/** What one kind of image allows, as the profile's own data says. */
export function ProfileFacts(props: { profile: HostProfile }) {
  const { profile } = props;
  const { t } = useScaffolderTexts();
  const { databaseProviders } = profile.server;
  const facts = [
    t(profile.isClustered ? 'profile.manyReplicas' : 'profile.oneReplica'),
    t('profile.databases', { list: Object.keys(databaseProviders).join(', ') }),
    t(
      profile.migrations === 'command'
        ? 'profile.migrationsCommand'
        : 'profile.migrationsStartup',
    ),
    profile.metricSources.length > 0
      ? t('profile.metrics', { list: profile.metricSources.join(', ') })
      : t('profile.noMetrics'),
  ];
  return (
    <section
      aria-label={t('profile.caveats', { title: profile.title })}
      className={styles.facts}
    >
      <Text as="p" variant="body-medium">
        {profile.description}
      </Text>
      <ul>
        {[...facts, ...profile.caveats].map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </section>
  );
}
