import type {
  RequestedResources,
  ResourceSum,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { useFormat, useTexts } from '@elsa-portal/backstage-plugin-elsa/shared';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import styles from './ResourceTable.module.css';

function Figures(props: { sum: ResourceSum }) {
  const { pods, cpuCores, memoryBytes, storageBytes } = props.sum;
  const format = useFormat();
  return (
    <>
      <td>{format.number(pods)}</td>
      <td>{format.number(cpuCores, 3)}</td>
      <td>{format.bytes(memoryBytes)}</td>
      <td>{storageBytes > 0 ? format.bytes(storageBytes) : '–'}</td>
    </>
  );
}

/** Requests per component and their sum; a plain table, read row by row. */
export function ResourceTable(props: { resources: RequestedResources }) {
  const { components, total, maximum } = props.resources;
  const { t } = useScaffolderTexts();
  const { t: texts } = useTexts();
  const canGrow = maximum.pods > total.pods;
  return (
    <table className={styles.table}>
      <caption>{t('size.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('size.component')}</th>
          <th scope="col">{t('size.pods')}</th>
          <th scope="col">{t('size.cpu')}</th>
          <th scope="col">{t('size.memory')}</th>
          <th scope="col">{t('size.storage')}</th>
        </tr>
      </thead>
      <tbody>
        {components.map(request => (
          <tr key={request.component}>
            <th scope="row">{texts(`component.${request.component}`)}</th>
            <Figures sum={request} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('size.total')}</th>
          <Figures sum={total} />
        </tr>
        {canGrow && (
          <tr>
            <th scope="row">{t('size.maximum')}</th>
            <Figures sum={maximum} />
          </tr>
        )}
      </tfoot>
    </table>
  );
}
