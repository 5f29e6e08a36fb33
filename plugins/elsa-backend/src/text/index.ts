export { LABEL_VALUE } from './labelValue';
export { isStorable } from './isStorable';
export { storableText } from './storableText';
