export * from './hosts';
export * from './images';
export * from './names';
export * from './quantity';
