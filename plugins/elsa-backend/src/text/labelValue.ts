/** A label value that is not empty, as Kubernetes wants it; also the name part of a key. */
export const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
