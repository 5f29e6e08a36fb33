export * from './environments';
export * from './parts';
export * from './RecordedElsaApi';
export * from './series';
export * from './summary';
export * from './time';
