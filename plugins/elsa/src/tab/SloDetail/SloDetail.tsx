import {
  type EnvironmentStatus,
  type SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { worstSlo } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { Tab, TabList, TabPanel, Tabs, VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../../ui/useTexts';
import { SLO_APPEARANCE } from '../../ui/tones';
import { FACT_ANCHORS } from '../anchors';
import { Section } from '../../ui/Section';
import { SLO_STATE_KEYS } from '../../ui/StatusLabel';
import { useUnmeasuredText } from '../../ui/useUnmeasuredText';
import { NoSlos } from '../NoSlos';
import { BurnRateTable } from './BurnRateTable';
import { SloCharts } from './SloCharts';
import { SloFacts } from './SloFacts';
import styles from './SloDetail.module.css';

function OneSlo(props: { status: EnvironmentStatus; slo: SloStatus }) {
  const { status, slo } = props;
  const { t } = useTexts();
  const unmeasuredText = useUnmeasuredText();
  return (
    <div className={styles.slo}>
      {slo.description && (
        <p className={styles.description}>{slo.description}</p>
      )}
      {slo.problem === undefined && <SloFacts slo={slo} />}
      {slo.problem === undefined && slo.unmeasured === undefined ? (
        <>
          <SloCharts
            entityRef={status.entityRef}
            slo={slo}
            deployments={status.deployments}
          />
          <BurnRateTable slo={slo} />
        </>
      ) : (
        <p className={styles.description}>
          {slo.problem ?? unmeasuredText(slo)}{' '}
          {slo.unmeasured === 'not-configured' && t('slo.unmeasuredHint')}
        </p>
      )}
    </div>
  );
}

/** Each SLO in full; the one in the worst state is shown first. */
export function SloDetail({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const { slos } = status;
  const [selected, setSelected] = useState(() => worstSlo(slos)?.name);
  const shown = slos.find(slo => slo.name === selected) ?? slos[0];
  return (
    <Section title={t('slo.title')} anchor={FACT_ANCHORS.slo}>
      {slos.length === 0 && <NoSlos slos={slos} sources={status.sources} />}
      {shown && (
        <Tabs
          selectedKey={shown.name}
          onSelectionChange={key => setSelected(String(key))}
        >
          <TabList aria-label={t('slo.title')} className={styles.tabs}>
            {slos.map(slo => {
              const Icon = SLO_APPEARANCE[slo.state].icon;
              return (
                <Tab key={slo.name} id={slo.name}>
                  <Icon aria-hidden className={styles.icon} />
                  {slo.title}
                  <VisuallyHidden>
                    , {t(SLO_STATE_KEYS[slo.state])}
                  </VisuallyHidden>
                </Tab>
              );
            })}
          </TabList>
          {slos.map(slo => (
            <TabPanel key={slo.name} id={slo.name}>
              <OneSlo status={status} slo={slo} />
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Section>
  );
}
