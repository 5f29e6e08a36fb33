import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** The whole key of a value, as the administrator wrote it. */
function fullKey(config: Config, key: string): string {
  const prefix = (config as { prefix?: string }).prefix;
  return prefix ? `${prefix}.${key}` : key;
}

/** Names the key, the value and what to write instead. */
export function invalidConfig(
  config: Config,
  key: string,
  value: unknown,
  remedy: string,
): InputError {
  return new InputError(
    `Config '${fullKey(config, key)}' is ${JSON.stringify(value)}: ${remedy}`,
  );
}

/**
 * Backstage merges objects of several files key by key: `{ minutes: 2 }` in one
 * and `{ seconds: 45 }` in another are 2 minutes and 45 seconds. What is read
 * does not tell from which file a unit came, so several are refused; a text is
 * always of one file.
 */
function requireOneUnit(config: Config, key: string): void {
  const value = config.get(key);
  if (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 1
  ) {
    throw invalidConfig(
      config,
      key,
      value,
      "use one unit, or write a text such as 'PT2M45S': configuration files are merged unit by unit, so these may come from two files and add up",
    );
  }
}

export function readDurationMs(
  config: Config | undefined,
  key: string,
  options: { fallbackMs: number; minMs: number },
): number {
  if (!config?.has(key)) {
    return options.fallbackMs;
  }
  requireOneUnit(config, key);
  const value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (value < options.minMs) {
    throw invalidConfig(
      config,
      key,
      config.get(key),
      `use ${options.minMs / 1000} seconds or more`,
    );
  }
  return value;
}

export function readInteger(
  config: Config | undefined,
  key: string,
  options: { fallback: number; min: number; max: number },
): number {
  const value = config?.getOptionalNumber(key);
  if (!config || value === undefined) {
    return options.fallback;
  }
  if (!Number.isInteger(value) || value < options.min || value > options.max) {
    throw invalidConfig(
      config,
      key,
      value,
      `use a whole number from ${options.min} to ${options.max}`,
    );
  }
  return value;
}

/** `pattern` is one that a label or header name must match as a whole. */
export function readName(
  config: Config | undefined,
  key: string,
  options: { fallback: string; pattern: RegExp; remedy: string },
): string {
  const value = config?.getOptionalString(key);
  if (!config || value === undefined) {
    return options.fallback;
  }
  if (!options.pattern.test(value)) {
    throw invalidConfig(config, key, value, options.remedy);
  }
  return value;
}
