export * from './host';
export * from './credentials';
