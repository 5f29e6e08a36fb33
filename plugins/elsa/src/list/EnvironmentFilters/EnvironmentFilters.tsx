import {
  HEALTH_STATUSES,
  SLO_STATES,
  type HealthStatus,
  type SloState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { SearchField, Select } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import {
  GROUPINGS,
  type EnvironmentFilters as Filters,
  type Grouping,
} from '../useEnvironmentFilters';
import { useFilterOptions } from '../useFilterOptions';
import { useTexts } from '../../ui/useTexts';
import { SLO_STATE_KEYS } from '../../ui/StatusLabel';
import styles from './EnvironmentFilters.module.css';

const TYPING_PAUSE_MS = 300;

/** A text field whose value reaches the address once typing pauses. */
function TextFilter(props: {
  value: string;
  onChange: (text: string) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTexts();
  const [text, setText] = useState(value);
  const onChangeRef = useRef(onChange);
  onChangeRef.current = onChange;

  // The address changed by another way, such as the button that clears it.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChangeRef.current(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);

  return (
    <SearchField
      size="small"
      className={styles.text}
      label={t('filters.text')}
      placeholder={t('filters.textPlaceholder')}
      value={text}
      onChange={setText}
    />
  );
}

export interface EnvironmentFiltersProps {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
  /** Off where the page already stands for one owner. */
  hasOwner: boolean;
  /** Off where nobody is signed in, or nothing is his. */
  hasMine: boolean;
  groupings?: readonly Grouping[];
}

/** Everything by which the table can be narrowed. */
export function EnvironmentFilters(props: EnvironmentFiltersProps) {
  const { filters, onChange, hasOwner, hasMine, groupings = GROUPINGS } = props;
  const { t } = useTexts();
  const { owners, clusters } = useFilterOptions();
  const ownerLabel = (ref: string) =>
    humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'group' });
  const listedOwners =
    ['mine', 'all'].includes(filters.owner) || owners.includes(filters.owner)
      ? owners
      : [filters.owner, ...owners];
  return (
    <div
      className={styles.filters}
      role="search"
      aria-label={t('filters.label')}
    >
      <TextFilter value={filters.text} onChange={text => onChange({ text })} />
      {hasOwner && (
        <Select
          size="small"
          className={styles.select}
          label={t('filters.owner')}
          searchable={listedOwners.length > 12}
          options={[
            ...(hasMine
              ? [{ value: 'mine', label: t('filters.ownerMine') }]
              : []),
            { value: 'all', label: t('filters.ownerAll') },
            ...listedOwners.map(ref => ({
              value: ref,
              label: ownerLabel(ref),
            })),
          ]}
          selectedKey={filters.owner}
          onSelectionChange={key => onChange({ owner: String(key ?? 'all') })}
        />
      )}
      <Select
        size="small"
        className={styles.select}
        selectionMode="multiple"
        label={t('filters.health')}
        placeholder={t('filters.any')}
        options={HEALTH_STATUSES.map(value => ({
          value,
          label: t(`health.${value}`),
        }))}
        value={filters.health}
        onChange={keys =>
          onChange({ health: keys as HealthStatus[], worst: undefined })
        }
      />
      <Select
        size="small"
        className={styles.select}
        selectionMode="multiple"
        label={t('filters.cluster')}
        placeholder={t('filters.any')}
        options={[...new Set([...filters.cluster, ...clusters])].map(value => ({
          value,
          label: value,
        }))}
        value={filters.cluster}
        onChange={keys => onChange({ cluster: keys.map(String) })}
      />
      <Select
        size="small"
        className={styles.select}
        selectionMode="multiple"
        label={t('filters.slo')}
        placeholder={t('filters.any')}
        options={SLO_STATES.map(value => ({
          value,
          label: t(SLO_STATE_KEYS[value]),
        }))}
        value={filters.sloState}
        onChange={keys => onChange({ sloState: keys as SloState[] })}
      />
      <Select
        size="small"
        className={styles.select}
        label={t('filters.security')}
        options={[
          { value: 'any', label: t('filters.any') },
          { value: 'findings', label: t('security.findings') },
        ]}
        selectedKey={filters.hasFindings ? 'findings' : 'any'}
        onSelectionChange={key => onChange({ hasFindings: key === 'findings' })}
      />
      <Select
        size="small"
        className={styles.select}
        label={t('filters.group')}
        options={groupings.map(value => ({
          value,
          label: t(
            (
              {
                none: 'filters.groupNone',
                owner: 'filters.groupOwner',
                system: 'filters.groupSystem',
              } as const
            )[value],
          ),
        }))}
        selectedKey={filters.group}
        onSelectionChange={key => onChange({ group: key as Grouping })}
      />
    </div>
  );
}
