import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ReactNode } from 'react';
import type { Sort } from '../useEnvironmentFilters';
import {
  AlertsCell,
  EnvironmentCell,
  HealthCell,
  OwnerCell,
  PlaceCell,
  ServerCell,
  SloCell,
  SyncCell,
} from './cells';

export interface TableColumn {
  id:
    | 'environment'
    | 'health'
    | 'owner'
    | 'place'
    | 'server'
    | 'slo'
    | 'alerts'
    | 'sync';
  sort?: Sort;
  /** Share of the table's width. */
  width: string;
  cell: (item: EnvironmentSummary) => ReactNode;
}

export const COLUMNS: TableColumn[] = [
  {
    id: 'environment',
    sort: 'name',
    width: '17%',
    cell: item => <EnvironmentCell item={item} />,
  },
  {
    id: 'health',
    sort: 'health',
    width: '19%',
    cell: item => <HealthCell item={item} />,
  },
  {
    id: 'owner',
    sort: 'owner',
    width: '11%',
    cell: item => <OwnerCell item={item} />,
  },
  {
    id: 'place',
    sort: 'cluster',
    width: '11%',
    cell: item => <PlaceCell item={item} />,
  },
  { id: 'server', width: '7%', cell: item => <ServerCell item={item} /> },
  {
    id: 'slo',
    sort: 'slo',
    width: '13%',
    cell: item => <SloCell item={item} />,
  },
  {
    id: 'alerts',
    sort: 'alerts',
    width: '11%',
    cell: item => <AlertsCell item={item} />,
  },
  { id: 'sync', width: '11%', cell: item => <SyncCell item={item} /> },
];
