import type { Page } from '@playwright/test';
import { BACKEND } from './addresses';

const SIGNALS = `${BACKEND.replace(/^http/, 'ws')}/api/signals`;

/**
 * What others' code writes to the console, each with the reason why it may.
 * Everything else that is an error fails the test in which it is written.
 */
const UPSTREAM: Array<{ text: RegExp; reason: string }> = [
  {
    text: /^Warning: findDOMNode is deprecated/,
    reason: "Material UI 4 in Backstage's own components, development only",
  },
  {
    text: new RegExp(
      `^WebSocket connection to '${SIGNALS}' failed: WebSocket is closed before the connection is established`,
    ),
    reason: "Backstage's signals client, when a page is left while it connects",
  },
  {
    text: /^Warning: Failed [^]*The prop `rows` of `ForwardRef\(TextField\)` is deprecated/,
    reason: "the text area of rjsf's Material UI 4 theme, development only",
  },
];

/** Errors of one page, as they come in. */
export interface ConsoleErrors {
  take(): string[];
}

/** Listens to everything that a page complains about. */
export function listenToErrors(page: Page): ConsoleErrors {
  let errors: string[] = [];
  page.on('console', message => {
    const text = message.text();
    if (
      message.type() === 'error' &&
      !UPSTREAM.some(known => known.text.test(text))
    ) {
      // The rest of React's warnings is the tree of components.
      const [first] = text.split('\n    at ');
      errors.push(`${first} (${message.location().url})`);
    }
  });
  page.on('pageerror', error => errors.push(error.stack ?? error.message));
  return {
    take: () => {
      const taken = errors;
      errors = [];
      return taken;
    },
  };
}
