import { allEvents, kubectl, listPods, serverLogs } from '../commands';
import type { RunbookTemplate } from '../types';

export const platformEntries: readonly RunbookTemplate[] = [
  {
    id: 'slo-burn',
    title: 'An error budget is burning',
    meaning:
      'Requests fail or are slow more often than the objective allows. At this rate, a page alert means that the error budget is exhausted within days, and a ticket alert that it will not last the period.',
    steps: [
      {
        text: 'Look at what changed when it started: rollouts, configuration, load, database.',
        command: kubectl('rollout', 'history', 'deployment/{server}'),
      },
      { text: 'See whether pods fail or restart.', command: listPods },
      { text: 'Read the errors.', command: serverLogs },
      { text: 'List the warnings in the namespace.', command: allEvents },
      {
        text: 'If a rollout caused it, roll it back first and find the cause afterwards. While the error budget is exhausted, hold back risky changes.',
      },
    ],
  },
  {
    id: 'slo-no-data',
    title: 'An SLO has no data',
    meaning:
      'Prometheus has no samples for it: no traffic, a target that is not scraped, rules that were not loaded, or metrics that this image does not export (stock Elsa images export none). No data is not 100 %.',
    steps: [
      {
        text: 'Check that rules, monitors and probes exist.',
        command: kubectl(
          'get',
          'prometheusrules.monitoring.coreos.com,servicemonitors.monitoring.coreos.com,podmonitors.monitoring.coreos.com,probes.monitoring.coreos.com',
        ),
      },
      {
        text: 'Compare their labels with the selectors of your Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), and look at its pages Targets and Rules.',
      },
      {
        text: 'Check that the metric profile of the environment spec fits the host.',
      },
    ],
  },
  {
    id: 'out-of-sync',
    title: 'Argo CD and the repository disagree',
    meaning:
      'The cluster differs from the deployment repository: a change was not applied yet, a sync failed, or someone changed objects by hand.',
    steps: [
      {
        text: 'Check the sync state, conditions and last operation.',
        command: [
          'kubectl',
          '--namespace={applicationNamespace}',
          'describe',
          'application.argoproj.io/{application}',
        ],
      },
      {
        text: 'See the differences.',
        command: [
          'argocd',
          'app',
          'diff',
          '{applicationNamespace}/{application}',
        ],
      },
      {
        text: 'Apply the repository. Check the differences first: manual changes are lost.',
        command: [
          'argocd',
          'app',
          'sync',
          '{applicationNamespace}/{application}',
        ],
      },
    ],
  },
  {
    id: 'source-unavailable',
    title: 'The portal cannot read a source',
    meaning:
      'The cluster, Prometheus or Alertmanager did not respond, refused access, or last responded too long ago. The environment itself may be healthy; its state is not known.',
    steps: [
      {
        text: "Read the source's state and message on the environments page.",
      },
      {
        text: "Unauthorized or forbidden: check the portal's service account and its role in the cluster.",
        command: [
          'kubectl',
          'auth',
          'can-i',
          'list',
          'pods',
          '--all-namespaces',
        ],
      },
      {
        text: 'Check the environment directly in the meantime.',
        command: kubectl(
          'get',
          'pods,deployments,statefulsets',
          '--selector=app.kubernetes.io/instance={environment}',
        ),
      },
    ],
  },
];
