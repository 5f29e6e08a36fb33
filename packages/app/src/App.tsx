import { createApp } from '@backstage/frontend-defaults';
import { homePlugin } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** Everything else is discovered from the dependencies in package.json. */
export const app = createApp({
  features: [homePlugin, navModule, signInModule],
});
