export { type DataLocation, locateData } from './locateData';
export { type AbandonedData, findAbandonedData } from './findAbandonedData';
