import type { Check } from '../types';
import { helmLintCheck, helmTemplateCheck } from './helm';
import { specCheck } from './spec';
import { expressionsCheck, secretsCheck, yamlCheck } from './texts';

/** Every check, in the order in which they run. */
export const checks: Check[] = [
  yamlCheck,
  specCheck,
  expressionsCheck,
  secretsCheck,
  helmLintCheck,
  helmTemplateCheck,
];
