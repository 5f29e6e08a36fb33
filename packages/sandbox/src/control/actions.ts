import { BREAKAGES } from '../environmentState';
import { SCENARIOS } from '../scenarios/scenarios';
import {
  apiDown,
  apiSlow,
  compact,
  forbidden,
  prometheusDown,
} from './clusterActions';
import {
  breakIt,
  expireCertificate,
  list,
  load,
  scale,
  sync,
} from './environmentActions';
import { heal } from './heal';
import type { Run } from './stage';

export interface Action {
  name: string;
  /** As the command line's help shows them. */
  parameters: string;
  about: string;
  run: Run;
}

const reset: Run = async stage => {
  await stage.reset();
  return `Everything is as at the start: ${SCENARIOS.length} environments`;
};

/** Everything that can be made to happen while the sandbox runs. */
export const ACTIONS: Action[] = [
  {
    name: 'list',
    parameters: '',
    about: 'shows the environments and what is wrong with them',
    run: list,
  },
  {
    name: 'break',
    parameters: `<${BREAKAGES.join('|')}> <environment>`,
    about: "breaks an environment's server",
    run: breakIt,
  },
  {
    name: 'heal',
    parameters: '[environment|cluster|prometheus]',
    about: 'ends what was broken, by default everything',
    run: heal,
  },
  {
    name: 'scale',
    parameters: '<environment> <replicas> [component]',
    about: 'scales by hand, so that the cluster differs from Git',
    run: scale,
  },
  {
    name: 'load',
    parameters: '<environment> <factor>',
    about: 'multiplies the traffic',
    run: load,
  },
  {
    name: 'api-down',
    parameters: '[cluster]',
    about: 'lets a cluster refuse connections',
    run: apiDown,
  },
  {
    name: 'api-slow',
    parameters: '[cluster] [seconds]',
    about: 'lets a cluster answer late',
    run: apiSlow,
  },
  {
    name: 'forbidden',
    parameters: '[cluster]',
    about: 'lets a cluster answer 403',
    run: forbidden,
  },
  {
    name: 'prometheus-down',
    parameters: '',
    about: 'stops Prometheus',
    run: prometheusDown,
  },
  {
    name: 'expire-certificate',
    parameters: '<environment>',
    about: 'lets the certificates be expired',
    run: expireCertificate,
  },
  {
    name: 'sync',
    parameters: '<environment>',
    about: 'has Argo CD deploy the newest commit',
    run: sync,
  },
  {
    name: 'compact',
    parameters: '[cluster]',
    about: "forgets a cluster's past changes, so that watches get 410",
    run: compact,
  },
  {
    name: 'reset',
    parameters: '',
    about: 'starts anew, without the repositories that were pushed',
    run: reset,
  },
];
