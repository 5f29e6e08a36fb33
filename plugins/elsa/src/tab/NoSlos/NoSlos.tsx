import type {
  SloStatus,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from '../../ui/useTexts';
import styles from './NoSlos.module.css';

/** Why there are no SLOs, or no figures of them, and what to do about it. */
export function NoSlos(props: { slos: SloStatus[]; sources: SourceStatus[] }) {
  const { slos, sources } = props;
  const { t } = useTexts();
  const lacksPrometheus = sources.some(
    ({ kind, state }) => kind === 'prometheus' && state === 'not-configured',
  );
  const isEmpty = slos.length === 0;
  if (!lacksPrometheus) {
    return isEmpty ? <p className={styles.text}>{t('slo.none')}</p> : null;
  }
  return (
    <p className={styles.text}>
      {isEmpty && `${t('slo.noneNoPrometheus')} `}
      {t('slo.unmeasuredHint')}
    </p>
  );
}
