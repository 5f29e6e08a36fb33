import type { EnvironmentLink } from '@elsa-portal/backstage-plugin-elsa-common';
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
import { isWebUrl } from '../../utils/isWebUrl';

const ICONS: Record<EnvironmentLink['kind'], RemixiconComponentType> = {
  studio: RiFlowChart,
  server: RiServerLine,
  repository: RiGitRepositoryLine,
  argocd: RiGitBranchLine,
  grafana: RiLineChartLine,
  other: RiExternalLinkLine,
};

/** Links to Elsa Studio, Argo CD, Grafana and the repository. */
export function EnvironmentLinks({ links }: { links: EnvironmentLink[] }) {
  return (
    <>
      {links
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
