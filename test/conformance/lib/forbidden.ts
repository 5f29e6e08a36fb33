import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';
import type { KubernetesObject } from './kubernetesObject';
import { node } from './nodes';

/** Text that must not be in any generated file, and why. */
const forbiddenInFiles: Array<{
  pattern: RegExp;
  why: string;
  isAllowedIn?: RegExp;
}> = [
  {
    pattern: /\$\{\{/,
    why: 'a template expression was left over',
    // GitHub's own expressions have the same form.
    isAllowedIn: /^\.github\/workflows\//,
  },
  { pattern: /bitnami(legacy)?\//, why: "Bitnami's images are gone" },
  {
    // What kubeseal encrypted begins with Ag and is made to lie in Git.
    pattern:
      /(password|pwd|signingkey|apikey)["']?\s*[=:]\s*["']?(?!\$\(|\$\{|\s*$|Ag[A-Za-z0-9+/=]{98})[A-Za-z0-9+/]{12,}["']?\s*$/im,
    why: 'this looks like the value of a secret',
    isAllowedIn: /^charts\/elsa-workflows\/(templates|README)/,
  },
];

/** All `image` fields anywhere in an object. */
function imagesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesOf);
  return Object.entries(node(value)).flatMap(([key, child]) =>
    key === 'image' && typeof child === 'string' ? [child] : imagesOf(child),
  );
}

function imageProblems(object: KubernetesObject): string[] {
  return imagesOf(object).flatMap(image => {
    const [reference, digest] = image.split('@');
    const tag = /:([^/:]+)$/.exec(reference)?.[1];
    return !digest && (!tag || tag === 'latest')
      ? [
          `${object.kind} ${object.metadata.name}: the image ${image} is not pinned`,
        ]
      : [];
  });
}

/** Finds what must never be generated. */
export function findForbidden(
  files: readonly GeneratedFile[],
  rendered: readonly KubernetesObject[],
): string[] {
  return [
    ...files.flatMap(({ path, content }) =>
      forbiddenInFiles
        .filter(
          ({ pattern, isAllowedIn }) =>
            pattern.test(content) && !isAllowedIn?.test(path),
        )
        .map(
          ({ pattern, why }) =>
            `${path}: ${why}: ${pattern.exec(content)?.[0].slice(0, 80)}`,
        ),
    ),
    ...rendered.flatMap(imageProblems),
    ...rendered
      .filter(object => object.kind === 'Secret')
      .map(
        object =>
          `Secret ${object.metadata.name}: a Secret must not be in a repository`,
      ),
  ];
}
