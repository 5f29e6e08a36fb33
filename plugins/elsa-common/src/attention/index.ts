export * from './worstFact';
