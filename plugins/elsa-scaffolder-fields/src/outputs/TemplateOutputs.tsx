import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';
import { DefaultTemplateOutputs } from '@backstage/plugin-scaffolder-react/alpha';
import {
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import {
  CopyableCommand,
  ENTITY_TAB_PATH,
} from '@elsa-portal/backstage-plugin-elsa/shared';
import { useScaffolderTexts } from '../utils/useScaffolderTexts';
import { LiveState } from './LiveState';
import { type CreatedEnvironment, readOutput } from './readOutput';
import styles from './TemplateOutputs.module.css';

function useTabPath(entityRef: string | undefined): string | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  if (!entityRef || !entityRoute) {
    return undefined;
  }
  try {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = entityRoute({ kind: kind.toLowerCase(), namespace, name });
    return `${path}/${ENTITY_TAB_PATH}`;
  } catch {
    // An output that is no reference gives no link, and still shows the rest.
    return undefined;
  }
}

function Links(props: { created: CreatedEnvironment }) {
  const { entityRef, repositoryUrl, pullRequestUrl } = props.created;
  const { t } = useScaffolderTexts();
  const tabPath = useTabPath(entityRef);
  return (
    <div className={styles.links}>
      {tabPath && <ButtonLink href={tabPath}>{t('outputs.tab')}</ButtonLink>}
      {pullRequestUrl && (
        <ButtonLink variant="secondary" href={pullRequestUrl} target="_blank">
          {t('outputs.pullRequest')}
        </ButtonLink>
      )}
      {repositoryUrl && (
        <ButtonLink variant="secondary" href={repositoryUrl} target="_blank">
          {t('outputs.repository')}
        </ButtonLink>
      )}
    </div>
  );
}

function CreatedPanel(props: { created: CreatedEnvironment }) {
  const { created } = props;
  const { t } = useScaffolderTexts();
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-small">
          {t('outputs.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <div className={styles.panel}>
          {created.name && (
            <Text as="p">{t('outputs.created', { name: created.name })}</Text>
          )}
          {created.requests && (
            <Text as="p">
              {t('outputs.requests')}: {created.requests}
            </Text>
          )}
          {created.entityRef && (
            <section aria-live="polite">
              <VisuallyHidden>{t('outputs.live')}</VisuallyHidden>
              <LiveState entityRef={created.entityRef} />
            </section>
          )}
          <Links created={created} />
          {created.commands.length > 0 && (
            <section className={styles.commands}>
              <Text as="h3" weight="bold">
                {t('outputs.next')}
              </Text>
              {created.commands.map(({ title, command }) => (
                <CopyableCommand key={title} title={title} command={command} />
              ))}
            </section>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

/**
 * Result page of the template: what was made, what to do next, and how the
 * environment is doing until it is healthy.
 */
export function TemplateOutputs(props: { output?: ScaffolderTaskOutput }) {
  const created = readOutput(props.output);
  return (
    <>
      {created && <CreatedPanel created={created} />}
      <DefaultTemplateOutputs output={props.output} />
    </>
  );
}
