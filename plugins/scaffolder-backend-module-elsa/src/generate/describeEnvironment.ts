import type { JsonObject } from '@backstage/types';
import {
  type Environment,
  sumRequestedResources,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { listNextCommands } from './nextCommands';
import { describeRequests } from './summarize';

/** What later steps, and people, are told of an environment, by output. */
export function describeEnvironment(environment: Environment) {
  const { spec } = environment;
  const { name, title } = spec.metadata;
  const resources = sumRequestedResources(environment);
  const summary = describeRequests(resources);
  const commands = listNextCommands(spec);
  const entityRef = `component:default/${name}`;
  // People open the page; `.git` is for Git.
  const repositoryUrl = (spec.delivery.repository.url ?? '').replace(
    /\.git$/,
    '',
  );
  return {
    environment: name,
    entityRef,
    owner: spec.owner,
    spec: JSON.parse(JSON.stringify(spec)) as JsonObject,
    suggestedBranch: `elsa/${name}`,
    commitMessage: `Add Elsa environment ${name}`,
    description: `Elsa Workflows environment ${title} in cluster ${spec.target.cluster}. Requests ${summary}.`,
    requests: { ...resources.total },
    summary,
    commands,
    repositoryUrl,
    panel: { name, entityRef, repositoryUrl, requests: summary, commands },
    commandsText: commands
      .map(
        ({ title: purpose, command }) =>
          `${purpose}:\n\n\`\`\`sh\n${command}\n\`\`\``,
      )
      .join('\n\n'),
  };
}
