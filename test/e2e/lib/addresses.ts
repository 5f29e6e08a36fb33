const port = (variable: string, fallback: number) =>
  process.env[variable] || String(fallback);

/** The app in development, where another server than the backend has it. */
export const APP = `http://localhost:${port('ELSA_APP_PORT', 3000)}`;

/** The backend's address, and the app's in a production build. */
export const BACKEND = `http://localhost:${port('ELSA_PORTAL_PORT', 7007)}`;

/** The control address of the sandbox: see packages/sandbox/README.md. */
export const CONTROL = `http://127.0.0.1:${port('SANDBOX_PORT_BASE', 7100)}`;

/** Where the sandbox's Git server is and shows single files. */
export const GIT = `http://127.0.0.1:${port('SANDBOX_GIT_PORT', 7103)}`;
