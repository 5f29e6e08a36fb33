export function persistence(storage: { size?: string; storageClass?: string }) {
  return {
    ...(storage.size && { size: storage.size }),
    ...(storage.storageClass && { storageClass: storage.storageClass }),
  };
}
