export * from './questions';
export * from './requestedResources';
export * from './specFromValues';
export * from './planFiles';
