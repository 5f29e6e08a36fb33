import type { ConflictRemedies } from '@elsa-portal/backstage-plugin-elsa-node';

/** A portal replaces nothing of a repository; people settle it there and run the task again. */
export const CONFLICT_REMEDIES: ConflictRemedies = {
  'hand-edits': environment =>
    `make them in .elsa/${environment}.yaml of the repository and delete the file there, then run the task again`,
  'own-documents': () =>
    'rename or delete it in the repository, then run the task again',
  'other-chart': () =>
    "merge the template's chart into charts/elsa-workflows of the repository by hand, or delete that folder there to take the template's, then run the task again",
  'data-record': environment =>
    `take .elsa/data/${environment}.yaml from the commit that generated it, then run the task again`,
  'unrecorded-data': environment =>
    `in a clone of the repository, run "elsa-manifests generate .elsa/${environment}.yaml --out . --record-data" with the spec as it was last generated, commit the result, then run the task again`,
};
