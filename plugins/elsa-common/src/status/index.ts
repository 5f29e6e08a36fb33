export * from './alertReadability';
export * from './types';
