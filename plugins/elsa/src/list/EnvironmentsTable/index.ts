export {
  EnvironmentsTable,
  EnvironmentsTableSkeleton,
} from './EnvironmentsTable';
