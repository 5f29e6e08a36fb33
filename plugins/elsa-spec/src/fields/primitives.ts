import {
  comesEveryYear,
  isCronSchedule,
} from '@elsa-portal/backstage-plugin-elsa-common/schedule';
import { z } from 'zod';
import {
  CHART_QUANTITY,
  DATA_KEY,
  DNS_1035_LABEL,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  ENVIRONMENT_VARIABLE,
  isByteQuantity,
  isCidr,
  isCpuQuantity,
  isDns1035Label,
  isDnsLabel,
  isDnsSubdomain,
  isHostName,
  isLabelValue,
  isQualifiedName,
  isServiceAddress,
} from '../kubernetes';
import { text } from './text';

const VOLUME_SIZE = /^[1-9][0-9]*(Mi|Gi|Ti|M|G|T)$/;

export const environmentName = () =>
  text({
    isValid: isDns1035Label,
    pattern: DNS_1035_LABEL,
    maxLength: 53,
    message: 'This is not a name that Kubernetes accepts for a Service.',
    remedy:
      'Use lower-case letters, digits and hyphens, start with a letter, end with a letter or digit, at most 63 characters.',
  });

export const labelName = (what = 'a name') =>
  text({
    isValid: isDnsLabel,
    pattern: DNS_LABEL,
    maxLength: 63,
    message: `This is not ${what} that Kubernetes accepts.`,
    remedy:
      'Use lower-case letters, digits and hyphens, start and end with a letter or digit, at most 63 characters.',
  });

export const objectName = (what = 'an object name') =>
  text({
    isValid: isDnsSubdomain,
    pattern: DNS_SUBDOMAIN,
    maxLength: 253,
    message: `This is not ${what} that Kubernetes accepts.`,
    remedy:
      'Use lower-case letters, digits, hyphens and dots, start and end with a letter or digit, at most 253 characters.',
  });

export const hostName = () =>
  text({
    isValid: isHostName,
    pattern: DNS_SUBDOMAIN,
    maxLength: 253,
    message: 'This is not a valid hostname.',
    remedy:
      'Write the bare hostname in lowercase, such as elsa.example.com, without scheme, port or path.',
  });

export const serviceAddress = () =>
  text({
    isValid: isServiceAddress,
    message: 'This is neither a hostname nor an IPv4 address.',
    remedy:
      'Write the bare hostname or address of the service, such as db.example.com. The port has its own field.',
  });

export const cidr = () =>
  text({
    isValid: isCidr,
    message: 'This is not a network in CIDR notation.',
    remedy: 'Write the network with its prefix length, such as 10.0.0.0/16.',
  });

export const memory = () =>
  text({
    isValid: value => CHART_QUANTITY.test(value) && isByteQuantity(value),
    pattern: CHART_QUANTITY,
    message: 'This is not a valid byte quantity.',
    remedy: 'Write a number with a unit of bytes, such as 512Mi or 2Gi.',
  });

/** Volumes: the chart takes whole numbers with a unit only. */
export const volumeSize = () =>
  text({
    isValid: value => VOLUME_SIZE.test(value),
    pattern: VOLUME_SIZE,
    message: 'This is not a valid volume size.',
    remedy: 'Write a whole number with a unit, such as 512Mi or 2Gi.',
  });

export const cpu = () =>
  text({
    isValid: value => CHART_QUANTITY.test(value) && isCpuQuantity(value),
    pattern: CHART_QUANTITY,
    message: 'This is not a valid CPU quantity.',
    remedy: 'Write cores such as "2" or millicores such as 500m, as text.',
  });

export const cronSchedule = () =>
  text({
    isValid: isCronSchedule,
    message: 'This is not a schedule of five fields.',
    remedy:
      'Write minute, hour, day of month, month and day of week separated by one space, such as "15 2 * * *".',
  }).refine(value => !isCronSchedule(value) || comesEveryYear(value), {
    message: 'This schedule names a day that does not exist every year.',
    params: {
      remedy:
        'Use a day that its month has every year, or write * for the month, such as "15 2 1 * *".',
    },
  });

export const timeZone = () =>
  text({
    isValid: value =>
      /^(UTC|Etc\/UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z0-9_+-]+){1,2})$/.test(
        value,
      ),
    message: 'This is not a valid time zone name.',
    remedy: 'Use a name from the IANA database, such as UTC or Europe/Berlin.',
  });

export const entityRef = (kinds: string[]) =>
  text({
    isValid: value =>
      new RegExp(
        `^((${kinds.join('|')}):)?([a-z0-9]([-a-z0-9]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$`,
        'i',
      ).test(value) && value.split('/')[0].length <= 72,
    message: 'This is not a valid catalog entity reference.',
    remedy: `Write kind, namespace and name, such as ${kinds[0]}:default/payments.`,
  });

/** Several lines; `checkStrings` looks at what stands in them, as in every field. */
export const freeText = (maximum: number) => z.string().max(maximum);

/** One line: titles, where a line break could start a new block of Markdown. */
export const line = (maximum: number) =>
  freeText(maximum).refine(value => !/[\r\n\t]/.test(value), {
    message: 'The text has more than one line.',
    params: { remedy: 'Write it on one line.' },
  });

export const labelKey = (what = 'a label key') =>
  text({
    isValid: isQualifiedName,
    message: `This is not ${what} that Kubernetes accepts.`,
    remedy:
      'Use a name of up to 63 letters, digits, hyphens, underscores and dots, with an optional DNS prefix and a slash.',
  });

export const labelValue = (what = 'a label value') =>
  text({
    isValid: isLabelValue,
    message: `This is not ${what} that Kubernetes accepts.`,
    remedy:
      'Use up to 63 letters, digits, hyphens, underscores and dots; start and end with a letter or digit.',
  });

export const labels = () => z.record(labelKey(), labelValue());

export const annotations = () =>
  z.record(labelKey('an annotation key'), freeText(4096));

export const environmentVariableName = () =>
  text({
    isValid: value => ENVIRONMENT_VARIABLE.test(value) && value.length <= 256,
    pattern: ENVIRONMENT_VARIABLE,
    message: 'This is not a valid environment variable name.',
    remedy:
      'Use letters, digits and underscores, not starting with a digit; write sections of .NET settings with two underscores.',
  });

export const dataKey = () =>
  text({
    isValid: value =>
      DATA_KEY.test(value) &&
      value.length <= 253 &&
      value !== '.' &&
      !value.startsWith('..'),
    pattern: DATA_KEY,
    message: 'This is not a valid key for a Secret or ConfigMap.',
    remedy: 'Use letters, digits, hyphens, underscores and dots.',
  });

export const absolutePath = () =>
  text({
    isValid: value =>
      /^\/[A-Za-z0-9._~/-]*$/.test(value) &&
      !value.split('/').some(part => part === '..' || part === '.') &&
      !value.includes('//'),
    message: 'This is not a plain absolute path.',
    remedy:
      'Start with a slash and use letters, digits, dots, hyphens and underscores; no "..", no "//".',
  });

export const secretKeyRef = () =>
  z.strictObject({ name: objectName('a Secret name'), key: dataKey() });

export const port = () => z.int().min(1).max(65535);

export const resources = () =>
  z
    .strictObject({
      requests: z.strictObject({ cpu: cpu(), memory: memory() }).partial(),
      limits: z.strictObject({ cpu: cpu(), memory: memory() }).partial(),
    })
    .partial();
