import { NotFoundError } from '@backstage/errors';
import { clusterNames, positiveNumber, type Run } from './stage';

export const apiDown: Run = async (stage, [name]) => {
  for (const cluster of clusterNames(name))
    await stage.setApiUp(cluster, false);
  return `The API of ${clusterNames(name).join(', ')} refuses connections`;
};

export const apiSlow: Run = (stage, [name, seconds = '8']) => {
  const delay = positiveNumber(seconds, 'The delay') * 1_000;
  for (const cluster of clusterNames(name)) {
    stage.sandbox.cluster(cluster).cluster.faults.delayMilliseconds = delay;
  }
  return `The API of ${clusterNames(name).join(
    ', ',
  )} takes ${seconds} s for each answer`;
};

export const forbidden: Run = (stage, [name]) => {
  for (const cluster of clusterNames(name)) {
    stage.sandbox.cluster(cluster).cluster.faults.isForbidden = true;
  }
  return `The API of ${clusterNames(name).join(', ')} forbids everything`;
};

export const prometheusDown: Run = async stage => {
  const prometheus = stage.prometheus();
  if (!prometheus) throw new NotFoundError('Prometheus does not run');
  await prometheus.takeDown();
  return 'Prometheus is down';
};

export const compact: Run = (stage, [name]) => {
  for (const cluster of clusterNames(name)) {
    stage.sandbox.cluster(cluster).cluster.store.compact();
  }
  return `Watches of ${clusterNames(name).join(
    ', ',
  )} can no longer be resumed from before`;
};
