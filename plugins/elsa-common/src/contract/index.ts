export * from './alertReadability';
export * from './generated/names';
export * from './operations';
