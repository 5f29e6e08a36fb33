export { RUNBOOK_KEYS, type RunbookKey } from './keys';
