import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Skeleton } from '@backstage/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Grouping, Sort } from '../useEnvironmentFilters';
import { useTexts } from '../../ui/useTexts';
import { COLUMNS } from './columns';
import { groupRows, type TableLine } from './groupRows';
import { TableHeader } from './TableHeader';
import styles from './EnvironmentsTable.module.css';

/** Fewer lines than these are all drawn, so that the page scrolls as one. */
const VIRTUAL_FROM = 100;
const LINE_HEIGHT = 52;
const OVERSCAN = 10;

/** The next page is asked for when this few lines are left below. */
const LOAD_AHEAD = 30;

export interface EnvironmentsTableProps {
  items: EnvironmentSummary[];
  totalItems: number;
  hasMore: boolean;
  onLoadMore: () => void;
  grouping: Grouping;
  sort: Sort;
  order: 'asc' | 'desc';
  onSort: (sort: Sort, order: 'asc' | 'desc') => void;
  /** The rows belong to the filters before; the present ones are being read. */
  isPrevious?: boolean;
}

function GroupLine(props: {
  line: Extract<TableLine, { type: 'group' }>;
  grouping: Grouping;
}) {
  const { line, grouping } = props;
  const { t } = useTexts();
  return (
    <th
      scope="rowgroup"
      role="rowheader"
      colSpan={COLUMNS.length}
      className={styles.group}
    >
      {line.value ? (
        <EntityRefLink
          entityRef={line.value}
          defaultKind={grouping === 'owner' ? 'group' : 'system'}
          hideIcon
        />
      ) : (
        t(grouping === 'owner' ? 'table.noOwner' : 'table.noSystem')
      )}{' '}
      <span className={styles.muted}>
        {t('table.groupCount', { count: line.count })}
      </span>
    </th>
  );
}

function EnvironmentLine({ item }: { item: EnvironmentSummary }) {
  const { t } = useTexts();
  return (
    <>
      {COLUMNS.map((column, index) => {
        const Cell = index === 0 ? 'th' : 'td';
        return (
          <Cell
            key={column.id}
            scope={index === 0 ? 'row' : undefined}
            role={index === 0 ? 'rowheader' : 'cell'}
            className={styles.cell}
            data-label={t(`table.${column.id}`)}
          >
            {column.cell(item)}
          </Cell>
        );
      })}
    </>
  );
}

/** Environments as rows; only those in view are drawn once there are many. */
export function EnvironmentsTable(props: EnvironmentsTableProps) {
  const { items, totalItems, hasMore, onLoadMore, grouping, isPrevious } =
    props;
  const { t } = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => groupRows(items, grouping), [items, grouping]);
  const isVirtual = lines.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    getItemKey: index => lines[index].key,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
  });
  const virtualLines = virtualizer.getVirtualItems();
  const shown = isVirtual
    ? virtualLines.map(({ index }) => index)
    : lines.map((_, index) => index);
  const above = isVirtual ? (virtualLines[0]?.start ?? 0) : 0;
  const below = isVirtual
    ? virtualizer.getTotalSize() -
      (virtualLines[virtualLines.length - 1]?.end ?? 0)
    : 0;
  const lastShown = shown[shown.length - 1] ?? 0;

  useEffect(() => {
    if (hasMore && lastShown >= lines.length - LOAD_AHEAD) {
      onLoadMore();
    }
  }, [hasMore, lastShown, lines.length, onLoadMore]);

  return (
    <div
      ref={scroller}
      className={`${styles.scroller} ${isVirtual ? styles.virtual : ''}`}
      // Scrolls by itself, so the keyboard must reach it.
      tabIndex={isVirtual ? 0 : undefined}
      role={isVirtual ? 'region' : undefined}
      aria-label={isVirtual ? t('table.caption') : undefined}
      aria-busy={isPrevious}
    >
      <table
        role="table"
        className={styles.table}
        // Headings of groups are rows too; then every row has been read.
        aria-rowcount={(hasMore ? totalItems : lines.length) + 1}
      >
        <caption className={styles.caption}>{t('table.caption')}</caption>
        <colgroup>
          {COLUMNS.map(column => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHeader
          sort={props.sort}
          order={props.order}
          onSort={props.onSort}
        />
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map(index => {
            const line = lines[index];
            return (
              <tr
                key={line.key}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                ref={isVirtual ? virtualizer.measureElement : undefined}
                className={styles.row}
              >
                {line.type === 'group' ? (
                  <GroupLine line={line} grouping={grouping} />
                ) : (
                  <EnvironmentLine item={line.item} />
                )}
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
      {hasMore && (
        <div role="status" className={styles.more}>
          {t('table.loadingMore')}
        </div>
      )}
    </div>
  );
}

/** The shape of the table while its first rows are on their way. */
export function EnvironmentsTableSkeleton() {
  const { t } = useTexts();
  return (
    <div
      className={styles.skeleton}
      aria-busy
      role="status"
      aria-label={t('states.loading')}
    >
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} width="100%" height={LINE_HEIGHT - 12} />
      ))}
    </div>
  );
}
