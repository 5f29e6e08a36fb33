import { text } from './text';

export const httpsUrl = () =>
  text({
    isValid: value => isPlainUrl(value, ['https:']),
    message: 'This is not an https address.',
    remedy:
      'Write a full https:// address without user, password and line breaks.',
  });

/** Repositories: https, or plain http to the machine itself for a trial. */
export const repositoryUrl = () =>
  text({
    isValid: value =>
      isPlainUrl(value, ['https:']) ||
      (isPlainUrl(value, ['http:']) &&
        /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(value)),
    message: 'This is not an https address.',
    remedy:
      'Write the full https:// address of the repository without user and password.',
  });

export const serviceUrl = () =>
  text({
    isValid: value => isPlainUrl(value, ['https:', 'http:']),
    message: 'This is not an http or https address.',
    remedy: 'Write a full address such as http://collector.monitoring:4317.',
  });

function isPlainUrl(value: string, protocols: string[]): boolean {
  if (!/^[A-Za-z0-9:/?#[\]@!$&'()*+,;=._~%-]+$/.test(value)) return false;
  try {
    const url = new URL(value);
    return (
      protocols.includes(url.protocol) &&
      url.username === '' &&
      url.password === '' &&
      url.hostname !== ''
    );
  } catch {
    return false;
  }
}
