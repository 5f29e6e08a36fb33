import { MINUTE, SECOND } from '../clock';

/** How often Prometheus reads the exporter and evaluates rules. */
export const SCRAPE_INTERVAL = 15 * SECOND;
export const EVALUATION_INTERVAL = MINUTE;
