import {
  fieldsOf,
  parseQuantity,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';
import { isLargerVolume } from './compare';
import type { DataField } from './DataField';
import { KINDS_WITHOUT_DATA } from './kindsWithoutData';

type ExtraObject = ResolvedEnvironmentSpec['extra']['objects'][number];
type Fields = Readonly<Record<string, unknown>>;
type Location = [field: string, value: string];

/** What `findAbandonedData` has to know of a field of one of these objects. */
type ExtraField = Pick<DataField, 'isSafe' | 'loses' | 'procedure'>;

const DEFAULT_CLASS = "the cluster's default";
const DELETES_NOTHING = 'nothing';

/** Keys under which operators state how much a volume holds. */
const SIZES = ['storage', 'size', 'storageSize', 'volumeSize', 'diskSize'];
const CLASSES = ['storageClassName', 'storageClass'];
/** Volumes that end with their pod, and limits, which reserve nothing. */
const NOT_KEPT = ['emptyDir', 'ephemeral', 'limits', 'metadata', 'status'];
/** Keys that say what becomes of the data when its object goes. */
const DELETION =
  /^(deleteClaim|whenDeleted|whenScaled|ensure|.*Reclaim.*|.*Policy)$/i;
const DELETES = /^(delete|recycle|absent|true)$/i;

const groupOf = ({ apiVersion }: ExtraObject) =>
  apiVersion.split('/').slice(0, -1).join('.');
const kindOf = (object: ExtraObject) =>
  [object.kind, groupOf(object)].filter(Boolean).join('.');

const isKindWithoutData = (kind: string): boolean =>
  [kind, `*.${kind.slice(kind.indexOf('.') + 1)}`].some(name =>
    KINDS_WITHOUT_DATA.includes(name),
  );

/** Whether data could be lost with an extra object. */
function holdsData(object: ExtraObject): boolean {
  const kind = kindOf(object);
  if (kind === 'StatefulSet.apps') {
    const { volumeClaimTemplates } = fieldsOf(object.spec);
    return (
      Array.isArray(volumeClaimTemplates) && volumeClaimTemplates.length > 0
    );
  }
  return !isKindWithoutData(kind);
}

/** Whether a recorded field is of a kind that counted as data before it was known. */
export function isNoLongerData(field: string): boolean {
  const [, kind] = /^extra\.objects\[([^/\]]+)\//.exec(field) ?? [];
  // Of a kind in the core group, records of earlier releases name no group either.
  return kind?.includes('.') === true && isKindWithoutData(kind);
}

/** Fields of an object with their paths; elements of lists are known by their names. */
function childrenOf(value: unknown, path: string): [string, unknown, string][] {
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      const { name, id, metadata } = fieldsOf(item);
      const key = name ?? fieldsOf(metadata).name ?? id ?? index;
      return [String(key), item, `${path}[${String(key)}]`];
    });
  }
  return Object.entries(fieldsOf(value))
    .filter(([key]) => !NOT_KEPT.includes(key))
    .map(([key, child]) => [key, child, path ? `${path}.${key}` : key]);
}

function sizeIn(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && parseQuantity(text) !== undefined
    ? text
    : undefined;
}

/** The class of what asks for a volume by itself; undefined for anything else. */
function classIn(fields: Fields): string | undefined {
  const size = SIZES.map(key => sizeIn(fields, key)).find(Boolean);
  const asks =
    CLASSES.some(key => key in fields) ||
    /[A-Za-z]$/.test(size ?? '') ||
    sizeIn(fieldsOf(fieldsOf(fields.resources).requests), 'storage');
  const stated = [...CLASSES, 'class'].map(key => fields[key]).find(Boolean);
  return asks ? String(stated ?? DEFAULT_CLASS) : undefined;
}

function volumesIn(value: unknown, path: string, key = ''): Location[] {
  const fields = fieldsOf(value);
  // The class of `resources.requests` stands beside `resources`.
  const storageClass = key === 'requests' ? undefined : classIn(fields);
  return [
    ...SIZES.flatMap((name): Location[] => {
      const size = sizeIn(fields, name);
      return size === undefined ? [] : [[`${path}.${name}`, size]];
    }),
    ...(storageClass === undefined
      ? []
      : [[`${path}.storageClass`, storageClass] satisfies Location]),
    ...childrenOf(value, path).flatMap(([name, child, childPath]) =>
      volumesIn(child, childPath, name),
    ),
  ];
}

function deletionsIn(value: unknown, path = ''): string[] {
  return childrenOf(value, path).flatMap(([key, child, childPath]) => {
    if (typeof child === 'object') return deletionsIn(child, childPath);
    const deletes = DELETION.test(key) && DELETES.test(String(child));
    return deletes ? [childPath] : [];
  });
}

/** Where the data of a spec's own objects is. */
export function extraData({ extra }: ResolvedEnvironmentSpec): Location[] {
  return extra.objects.filter(holdsData).flatMap((object): Location[] => {
    const field = `extra.objects[${kindOf(object)}/${object.metadata.name}]`;
    return [
      [field, 'stated'],
      [
        `${field}.deletes`,
        deletionsIn(object).sort().join(', ') || DELETES_NOTHING,
      ],
      ...volumesIn(object, field),
    ];
  });
}

/** The object that a field of it belongs to; undefined for any other field. */
export const extraObjectOf = (field: string): string | undefined =>
  /^(extra\.objects\[[^\]]+\])\../.exec(field)?.[1];

const procedure = 'change-extra-object' as const;
const OBJECT: ExtraField = {
  loses:
    'Its data may be deleted with it, or stay behind unused. Under another name it starts empty.',
  procedure,
};
const CLASS: ExtraField = {
  loses:
    'A claim keeps its storage class; changing it means a new, empty volume.',
  procedure,
};
const DELETIONS: ExtraField = {
  isSafe: (from, to) =>
    to === DELETES_NOTHING ||
    to.split(', ').every(path => from.split(', ').includes(path)),
  loses: 'The data would be deleted with the object.',
  procedure,
};
const SIZE: ExtraField = {
  isSafe: isLargerVolume,
  loses: 'A volume cannot shrink; a smaller one would be new and empty.',
  procedure,
};

/** What a change of an extra object's field does; undefined for any other field. */
export function extraFieldOf(field: string): ExtraField | undefined {
  if (!field.startsWith('extra.objects[')) return undefined;
  if (extraObjectOf(field) === undefined) return OBJECT;
  if (field.endsWith('].deletes')) return DELETIONS;
  return field.endsWith('.storageClass') ? CLASS : SIZE;
}

/**
 * Records of earlier releases name no group. A field of theirs is the one of
 * the same kind and name, so that nothing seems to have gone.
 */
export function currentExtraField(
  field: string,
  recorded: Readonly<Record<string, string>>,
  next: Readonly<Record<string, string>>,
): string {
  if (`${field}.deletes` in recorded) return field;
  const [, kind, name] =
    /^extra\.objects\[([^./\]]+)\/([^\]]+)\]$/.exec(field) ?? [];
  if (kind === undefined || field in next) return field;
  return (
    Object.keys(next).find(
      other =>
        other.startsWith(`extra.objects[${kind}.`) &&
        other.endsWith(`/${name}]`),
    ) ?? field
  );
}
