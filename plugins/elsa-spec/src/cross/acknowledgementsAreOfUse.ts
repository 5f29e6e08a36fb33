import type { Rule } from '../environment/Rule';
import { credentialsOf, isExposed } from './publicCredentials';

/** An acknowledgement speaks of what is there now, and of nothing that comes later. */
export const acknowledgementsAreOfUse: Rule<
  'host' | 'exposure' | 'security'
> = (spec, profile) => {
  const found = credentialsOf(spec, profile);
  const useful =
    found.verdict === 'public' && isExposed(spec) ? found.finding : undefined;
  return spec.security.acknowledge.map(
    (finding, index) =>
      finding !== useful && {
        path: `security.acknowledge[${index}]`,
        value: finding,
        message: 'There is nothing of this name to acknowledge here.',
        remedy: useful
          ? `This environment has ${useful}.`
          : 'Remove it: what comes later has to be acknowledged by itself.',
      },
  );
};
