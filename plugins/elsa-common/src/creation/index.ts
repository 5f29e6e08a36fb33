export * from './requestedResources';
export * from './specFromValues';
