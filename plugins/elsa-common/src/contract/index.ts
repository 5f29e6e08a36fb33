export * from './generated/names';
export * from './operations';
