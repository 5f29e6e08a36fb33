import type {
  Deployment,
  SloSeries,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { deploymentMarks } from './marks';
import styles from './SloDetail.module.css';

/** More than these are a history, which the tab shows elsewhere. */
const SHOWN = 6;

interface Item {
  key: string;
  text: string;
  time: number;
}

function Marks(props: { title: string; className: string; items: Item[] }) {
  const { title, className, items } = props;
  const { t } = useTexts();
  const shown = [...items].sort((a, b) => b.time - a.time).slice(0, SHOWN);
  return items.length > 0 ? (
    <div>
      <dt className={className}>{title}</dt>
      {shown.map(({ key, text }) => (
        <dd key={key}>{text}</dd>
      ))}
      {items.length > SHOWN && (
        <dd>{t('slo.moreMarks', { count: items.length - SHOWN })}</dd>
      )}
    </div>
  ) : null;
}

/** In words what the charts mark: alerts that fired, and deployments. */
export function MarkList(props: {
  series: SloSeries;
  deployments?: Deployment[];
}) {
  const { series, deployments } = props;
  const { t } = useTexts();
  const format = useFormat();
  const incidents = series.incidents.map((incident): Item => {
    const { name, severity, fromSeconds, toSeconds } = incident;
    return {
      key: `${name} ${severity} ${fromSeconds}`,
      time: fromSeconds,
      text: t('slo.incidentMark', {
        name: severity ? `${name} (${severity})` : name,
        from: format.dateTime(fromSeconds * 1_000),
        duration: format.duration(toSeconds - fromSeconds, 1),
      }),
    };
  });
  const rollouts = deploymentMarks(series, deployments).map(
    ({ at, time, name, revision }): Item => ({
      key: `${name} ${at}`,
      time,
      text: t('slo.deploymentMark', {
        name: revision ? `${name} (${revision})` : name,
        time: format.dateTime(at),
      }),
    }),
  );
  return incidents.length + rollouts.length > 0 ? (
    <dl className={styles.marks}>
      <Marks
        title={t('slo.incidents')}
        className={styles.incidentKey}
        items={incidents}
      />
      <Marks
        title={t('slo.deployments')}
        className={styles.deploymentKey}
        items={rollouts}
      />
    </dl>
  ) : null;
}
