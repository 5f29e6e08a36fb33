export * from './exposure';
export * from './host';
