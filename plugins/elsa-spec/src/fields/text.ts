import { z } from 'zod';

/**
 * The building blocks of the schema. Each check carries its remedy in `params`,
 * where `collectIssues` finds it.
 */
export function text(options: {
  description?: string;
  isValid: (value: string) => boolean;
  message: string;
  remedy: string;
  pattern?: RegExp;
  maxLength?: number;
}) {
  const schema = z.string().refine(options.isValid, {
    message: options.message,
    params: { remedy: options.remedy },
  });
  return schema.meta({
    // For forms and editors: the check above is the authority.
    ...(options.pattern && { pattern: options.pattern.source }),
    ...(options.maxLength && { maxLength: options.maxLength }),
  });
}
