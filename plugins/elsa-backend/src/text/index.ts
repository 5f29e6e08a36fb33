export { isStorable } from './isStorable';
export { storableText } from './storableText';
