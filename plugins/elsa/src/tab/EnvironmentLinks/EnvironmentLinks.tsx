import type { EnvironmentLink } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';
import { useAsyncEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink } from '@backstage/ui';
import {
  RiExternalLinkLine,
  RiFlowChart,
  RiGitBranchLine,
  RiGitRepositoryLine,
  RiLineChartLine,
  RiServerLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { useTexts } from '../../ui/useTexts';
import { isWebUrl } from '../../ui/isWebUrl';

const ICONS: Record<EnvironmentLink['kind'], RemixiconComponentType> = {
  studio: RiFlowChart,
  server: RiServerLine,
  repository: RiGitRepositoryLine,
  argocd: RiGitBranchLine,
  grafana: RiLineChartLine,
  other: RiExternalLinkLine,
};

/** Where the catalog read the entity, if that is on the web. */
function useRepositoryLink(): EnvironmentLink[] {
  const { t } = useTexts();
  const { entity } = useAsyncEntity();
  const annotations = entity?.metadata.annotations ?? {};
  const [, url = ''] =
    /^url:(.*)$/.exec(annotations[ANNOTATION_SOURCE_LOCATION] ?? '') ?? [];
  return isWebUrl(url)
    ? [{ kind: 'repository', title: t('delivery.repository'), url }]
    : [];
}

/** Links to Elsa Studio, Argo CD, Grafana and the repository. */
export function EnvironmentLinks({ links }: { links: EnvironmentLink[] }) {
  const repository = useRepositoryLink();
  const hasRepository = links.some(({ kind }) => kind === 'repository');
  return (
    <>
      {[...links, ...(hasRepository ? [] : repository)]
        // Annotations of the cluster end up here: nothing but the web is followed.
        .filter(link => isWebUrl(link.url))
        .map(link => {
          const Icon = ICONS[link.kind];
          return (
            <ButtonLink
              key={`${link.kind}-${link.url}`}
              href={link.url}
              target="_blank"
              rel="noopener noreferrer"
              size="small"
              variant="tertiary"
              iconStart={<Icon aria-hidden />}
            >
              {link.title}
            </ButtonLink>
          );
        })}
    </>
  );
}
