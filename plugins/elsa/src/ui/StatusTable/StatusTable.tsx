import type { ReactNode } from 'react';
import styles from './StatusTable.module.css';

export interface StatusTableColumn<T> {
  id: string;
  label: string;
  cell: (item: T) => ReactNode;
}

/** A small table; on a narrow page each row becomes a card. */
export function StatusTable<T>(props: {
  /** Read to those who cannot see where the table stands. */
  caption: string;
  columns: StatusTableColumn<T>[];
  items: T[];
  itemKey: (item: T, index: number) => string;
}) {
  const { caption, columns, items, itemKey } = props;
  return (
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead className={styles.head}>
        <tr role="row">
          {columns.map(column => (
            <th key={column.id} scope="col" role="columnheader">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={itemKey(item, index)} role="row" className={styles.row}>
            {columns.map((column, position) => {
              const Cell = position === 0 ? 'th' : 'td';
              return (
                <Cell
                  key={column.id}
                  scope={position === 0 ? 'row' : undefined}
                  role={position === 0 ? 'rowheader' : 'cell'}
                  className={styles.cell}
                  data-label={column.label}
                >
                  {column.cell(item)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
