import {
  RiArrowDownLine,
  RiArrowUpDownLine,
  RiArrowUpLine,
} from '@remixicon/react';
import type { Sort } from '../useEnvironmentFilters';
import { useTexts } from '../../ui/useTexts';
import { COLUMNS } from './columns';
import styles from './EnvironmentsTable.module.css';

/** Columns in which the interesting end is the high one. */
const DESCENDING_FIRST: Sort[] = ['health', 'slo', 'alerts'];

const ICONS = {
  ascending: RiArrowUpLine,
  descending: RiArrowDownLine,
  none: RiArrowUpDownLine,
};

/** Column headings; those that can be sorted by are buttons. */
export function TableHeader(props: {
  sort: Sort;
  order: 'asc' | 'desc';
  onSort: (sort: Sort, order: 'asc' | 'desc') => void;
}) {
  const { sort, order, onSort } = props;
  const { t } = useTexts();
  return (
    <thead className={styles.head}>
      <tr role="row" aria-rowindex={1}>
        {COLUMNS.map(column => {
          const label = t(`table.${column.id}`);
          const { sort: by } = column;
          if (!by) {
            return (
              <th key={column.id} scope="col" role="columnheader">
                {label}
              </th>
            );
          }
          const isSorted = by === sort;
          const direction = order === 'asc' ? 'ascending' : 'descending';
          const state = isSorted ? direction : 'none';
          const Icon = ICONS[state];
          const first = DESCENDING_FIRST.includes(by) ? 'desc' : 'asc';
          const other = order === 'asc' ? 'desc' : 'asc';
          return (
            <th
              key={column.id}
              scope="col"
              role="columnheader"
              aria-sort={state}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort(by, isSorted ? other : first)}
              >
                {label}
                <Icon
                  aria-hidden
                  className={isSorted ? styles.sorted : styles.unsorted}
                />
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
