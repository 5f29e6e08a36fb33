import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OwnerAccess } from '../access/ownerAccess';
import type { ElsaScaffolderConfig } from '../config';
import { createEnvironmentGenerateAction } from './environmentGenerate';
import { createEnvironmentRegisterAction } from './environmentRegister';
import { createEnvironmentVerifyAction } from './environmentVerify';
import { createGitCheckAction } from './gitCheck';
import { createGitFetchAction } from './gitFetch';
import { createGitPushAction } from './gitPush';
import { maskErrors } from './maskErrors';

/** Every action of the module. */
export function createActions(options: {
  config: ElsaScaffolderConfig;
  integrations: ScmIntegrations;
  reader: UrlReaderService;
  catalog: CatalogService;
  access: OwnerAccess;
}) {
  return [
    maskErrors(createEnvironmentGenerateAction(options)),
    maskErrors(createEnvironmentVerifyAction(options)),
    maskErrors(createEnvironmentRegisterAction(options)),
    maskErrors(createGitCheckAction(options)),
    maskErrors(createGitFetchAction(options)),
    maskErrors(createGitPushAction(options)),
  ];
}
