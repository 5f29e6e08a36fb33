export * from './alertReadability';
