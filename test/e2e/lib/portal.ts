import type { BrowserContext, Page } from '@playwright/test';
import { type ConsoleErrors, listenToErrors } from './console';
import { type User, USERS } from './users';

/** The app of a portal in development is large: its first load takes a while. */
const LOAD_MILLISECONDS = 120_000;

export const LAPTOP = { width: 1366, height: 768 };

interface Session {
  page: Page;
  errors: ConsoleErrors;
}

/**
 * One browser in which each person has one tab. Tabs stay open over all tests
 * of a worker and move by the app's own router, as a person's do: loading the
 * app anew for each test would take most of the tests' time.
 */
export class Portal {
  readonly #context: BrowserContext;
  readonly #sessions = new Map<User, Session>();

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** Goes to a path as a person who has signed in. */
  async open(user: User, path: string): Promise<Page> {
    const { page } = this.#sessions.get(user) ?? (await this.#signIn(user));
    // Chromium draws a tab behind another one once a second at most, and for
    // every click and every look at what is in sight a test waits for frames.
    await page.bringToFront();
    await page.setViewportSize(LAPTOP);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(target => {
      window.history.pushState({}, '', target);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    return page;
  }

  /** The page that somebody sees who has not signed in. */
  async signedOut(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto('/', { timeout: LOAD_MILLISECONDS, waitUntil: 'commit' });
    return page;
  }

  /** What the consoles of all tabs complained about since it was last asked. */
  takeErrors(): string[] {
    return [...this.#sessions].flatMap(([user, { errors }]) =>
      errors.take().map(error => `${user}: ${error}`),
    );
  }

  async #signIn(user: User): Promise<Session> {
    const page = await this.#context.newPage();
    const session = { page, errors: listenToErrors(page) };
    this.#sessions.set(user, session);
    await page.goto('/', { timeout: LOAD_MILLISECONDS, waitUntil: 'commit' });
    // Toasts of the notifications plugin lie over whatever a test looks at or
    // clicks on, and go by themselves after ten seconds each.
    await page.addStyleTag({
      content: '[class*="notistack"] { display: none !important; }',
    });
    await page
      .getByRole('button', { name: USERS[user] })
      .click({ timeout: LOAD_MILLISECONDS });
    await page
      .getByRole('link', { name: 'Open the form' })
      .waitFor({ timeout: LOAD_MILLISECONDS });
    return session;
  }
}
