import { findingOf } from '../host/publicFinding';
import { defineSection, type Draft, YES_OR_NO } from '../question';

const hasPolicies = ({ spec }: Draft) => spec.security.networkPolicy.enabled;

const hasQuota = ({ spec }: Draft) => spec.security.resourceQuota.enabled;

export const security = defineSection({
  id: 'security',
  root: 'security',
  questions: [
    {
      path: 'security.podSecurity',
      text: 'podSecurity',
      kind: 'choice',
      choices: [
        { value: 'restricted', text: 'podSecurityRestricted' },
        { value: 'baseline', text: 'podSecurityBaseline' },
        { value: 'none', text: 'podSecurityNone' },
      ],
    },
    {
      path: 'security.networkPolicy.enabled',
      text: 'networkPolicy',
      ...YES_OR_NO,
    },
    {
      path: 'security.networkPolicy.allowHttpsEgress',
      text: 'allowHttps',
      ...YES_OR_NO,
      isAsked: hasPolicies,
    },
    {
      path: 'security.networkPolicy.allowMail',
      text: 'allowMail',
      ...YES_OR_NO,
      isAsked: hasPolicies,
    },
    {
      path: 'security.networkPolicy.controllerNamespace',
      text: 'controllerNamespace',
      kind: 'text',
      isAsked: hasPolicies,
    },
    { path: 'security.limitRange', text: 'limitRange', ...YES_OR_NO },
    {
      path: 'security.resourceQuota.enabled',
      text: 'resourceQuota',
      ...YES_OR_NO,
    },
    {
      path: 'security.resourceQuota.cpu',
      text: 'quotaCpu',
      kind: 'text',
      isAsked: hasQuota,
    },
    {
      path: 'security.resourceQuota.memory',
      text: 'quotaMemory',
      kind: 'text',
      isAsked: hasQuota,
    },
    {
      path: 'security.resourceQuota.pods',
      text: 'quotaPods',
      kind: 'number',
      isAsked: hasQuota,
      minimum: 1,
      maximum: 10_000,
    },
  ],
});

/** Asked where it is needed and nowhere else. */
export const acknowledgement = defineSection({
  id: 'acknowledgement',
  root: 'security',
  questions: [
    {
      path: 'security.acknowledge',
      text: 'acknowledge',
      kind: 'acknowledgement',
      isAsked: draft => findingOf(draft) !== undefined,
    },
  ],
});
