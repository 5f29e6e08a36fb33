export {
  EnvironmentsOverview,
  type EnvironmentsScope,
} from './EnvironmentsOverview';
