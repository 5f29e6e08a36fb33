import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { lazy, Suspense } from 'react';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';

const LazyTemplateOutputs = lazy(() =>
  import('./outputs').then(outputs => ({ default: outputs.TemplateOutputs })),
);

function TemplateOutputs(props: { output?: ScaffolderTaskOutput }) {
  return (
    <Suspense fallback={null}>
      <LazyTemplateOutputs {...props} />
    </Suspense>
  );
}

/** Reference of the template whose result page we draw. */
const TEMPLATE_REF = 'template:default/create-elsa-environment';

/**
 * Adds the form fields of the template "Create Elsa environment" and its
 * result page to the scaffolder.
 *
 * @public
 */
export const elsaScaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    FormFieldBlueprint.make({
      name: 'elsa-environment-name',
      params: {
        field: () =>
          import('./fields/EnvironmentName').then(m => m.environmentNameField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-owner',
      params: {
        field: () => import('./fields/Owner').then(m => m.ownerField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-repository',
      params: {
        field: () => import('./fields/Repository').then(m => m.repositoryField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-target-picker',
      params: {
        field: () =>
          import('./fields/TargetPicker').then(m => m.targetPickerField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-host-profile-picker',
      params: {
        field: () =>
          import('./fields/HostProfilePicker').then(
            m => m.hostProfilePickerField,
          ),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-section',
      params: {
        field: () =>
          import('./fields/SpecSection').then(m => m.specSectionField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-sizing',
      params: {
        field: () => import('./fields/Sizing').then(m => m.sizingField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-slo-editor',
      params: {
        field: () => import('./fields/SloEditor').then(m => m.sloEditorField),
      },
    }),
    FormFieldBlueprint.make({
      name: 'elsa-review',
      params: {
        field: () => import('./fields/Review').then(m => m.reviewField),
      },
    }),
    scaffolderTemplateOutputsBlueprint.make({
      name: 'create-elsa-environment',
      params: { component: TemplateOutputs, templateRefs: [TEMPLATE_REF] },
    }),
  ],
});
