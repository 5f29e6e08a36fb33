import type { ListEnvironmentsOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiAlertFill, RiInformationFill } from '@remixicon/react';
import { useMemo } from 'react';
import {
  type EnvironmentFilters as Filters,
  type Grouping,
  useEnvironmentFilters,
} from '../useEnvironmentFilters';
import { useEnvironmentList } from '../../data/useEnvironmentList';
import { useOwnershipRefs } from '../useOwnershipRefs';
import { useFormat } from '../../ui/useFormat';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { useErrorText } from '../../ui/useErrorText';
import { EnvironmentFilters } from '../EnvironmentFilters';
import {
  EnvironmentsTable,
  EnvironmentsTableSkeleton,
} from '../EnvironmentsTable';
import { EnvironmentTotals } from '../EnvironmentTotals';
import { Notice } from '../../ui/Notice';
import tones from '../../ui/tones.module.css';
import styles from './EnvironmentsOverview.module.css';

/** What the surrounding page already decides. */
export interface EnvironmentsScope {
  owner?: string;
  system?: string;
}

const NOTHING: Partial<Filters> = {
  health: [],
  worst: undefined,
  cluster: [],
  sloState: [],
  hasFindings: false,
  text: '',
};

function toQuery(
  filters: Filters,
  scope: EnvironmentsScope,
  mine: string[],
): ListEnvironmentsOptions {
  const owners: Record<string, string[] | undefined> = {
    mine,
    all: undefined,
  };
  const owner =
    filters.owner in owners ? owners[filters.owner] : [filters.owner];
  return {
    owner: scope.owner ? [scope.owner] : owner,
    system: scope.system ? [scope.system] : undefined,
    health: filters.health.length > 0 ? filters.health : undefined,
    worst: filters.worst,
    cluster: filters.cluster.length > 0 ? filters.cluster : undefined,
    sloState: filters.sloState.length > 0 ? filters.sloState : undefined,
    hasSecurityFindings: filters.hasFindings || undefined,
    text: filters.text || undefined,
    sort: filters.sort,
    order: filters.order,
  };
}

function isNarrowed(filters: Filters) {
  const { health, worst, cluster, sloState, hasFindings, text } = filters;
  return (
    hasFindings ||
    worst !== undefined ||
    health.length + cluster.length + sloState.length + text.length > 0
  );
}

/** Why no row is shown, and the way out. */
function Empty(props: {
  filters: Filters;
  onChange: (changes: Partial<Filters>) => void;
}) {
  const { filters, onChange } = props;
  const { t } = useTexts();
  const appearance = { tone: 'neutral', icon: RiInformationFill } as const;
  if (isNarrowed(filters)) {
    return (
      <Notice
        appearance={appearance}
        title={t('table.empty')}
        actions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange(NOTHING)}
          >
            {t('table.clear')}
          </Button>
        }
      >
        {t('table.emptyHint')}
      </Notice>
    );
  }
  if (filters.owner === 'mine') {
    return (
      <Notice
        appearance={appearance}
        title={t('table.emptyMine')}
        actions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange({ owner: 'all' })}
          >
            {t('table.showAll')}
          </Button>
        }
      >
        {t('table.emptyMineHint')}
      </Notice>
    );
  }
  return (
    <Notice appearance={appearance} title={t('table.emptyAll')}>
      {t('table.emptyAllHint')}
    </Notice>
  );
}

function ListedEnvironments(props: {
  scope: EnvironmentsScope;
  mine: string[];
}) {
  const { scope, mine } = props;
  const { t } = useTexts();
  const errorText = useErrorText();
  const isScoped = Boolean(scope.owner ?? scope.system);
  const defaultOwner = isScoped || mine.length === 0 ? 'all' : 'mine';
  const { filters, update } = useEnvironmentFilters(defaultOwner);
  const query = useMemo(
    () => toQuery(filters, scope, mine),
    [filters, scope, mine],
  );
  const list = useEnvironmentList(query, filters.group !== 'none');
  const { data, error } = list;
  const format = useFormat();
  const now = useNow();
  const groupings: Grouping[] = [
    'none',
    ...(scope.owner ? [] : (['owner'] as const)),
    ...(scope.system ? [] : (['system'] as const)),
  ];
  return (
    <div className={`${tones.root} ${styles.root}`}>
      {data && (
        <EnvironmentTotals
          totals={data.totals}
          healthyWith={data.healthyWith}
          selected={filters.health}
          worst={filters.worst}
          onSelect={(health, worst) => update({ health, worst })}
          withFindings={data.withSecurityFindings}
          hasFindings={filters.hasFindings}
          onFindings={hasFindings => update({ hasFindings })}
        />
      )}
      <EnvironmentFilters
        filters={filters}
        onChange={update}
        hasOwner={!scope.owner}
        hasMine={mine.length > 0}
        groupings={groupings}
      />
      {error && (
        <Notice
          appearance={{
            tone: data ? 'warning' : 'negative',
            icon: RiAlertFill,
          }}
          title={t(data ? 'table.kept' : 'table.failed')}
          isLive
          actions={
            <Button size="small" variant="secondary" onPress={list.reload}>
              {t('states.retry')}
            </Button>
          }
        >
          {data
            ? t('states.keptBody', {
                age: format.relative(list.receivedAt ?? now, now),
                message: errorText(error),
              })
            : errorText(error)}
        </Notice>
      )}
      {!data && !error && <EnvironmentsTableSkeleton />}
      {data && (
        <>
          <VisuallyHidden role="status">
            {list.isPrevious
              ? ''
              : t('filters.results', { count: data.totalItems })}
          </VisuallyHidden>
          {data.items.length === 0 ? (
            <Empty filters={filters} onChange={update} />
          ) : (
            <EnvironmentsTable
              items={data.items}
              totalItems={data.totalItems}
              hasMore={data.nextCursor !== undefined}
              onLoadMore={list.loadMore}
              grouping={filters.group}
              sort={filters.sort}
              order={filters.order}
              onSort={(sort, order) => update({ sort, order })}
              isPrevious={list.isPrevious}
            />
          )}
        </>
      )}
    </div>
  );
}

const WHOLE: EnvironmentsScope = {};

/** Totals, filters and table of the environments that the reader may see. */
export function EnvironmentsOverview({
  scope = WHOLE,
}: {
  scope?: EnvironmentsScope;
}) {
  const mine = useOwnershipRefs();
  // Whose environments are shown is part of the query, so it comes first.
  return mine ? (
    <ListedEnvironments scope={scope} mine={mine} />
  ) : (
    <EnvironmentsTableSkeleton />
  );
}
