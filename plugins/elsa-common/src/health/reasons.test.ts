import type { HealthReason } from '../contract';
import { sortReasons } from './reasons';

const reason = (code: string, kind: string): HealthReason => ({
  code,
  health: 'Degraded',
  component: 'server',
  message: `${kind} payments-server ${code}`,
  evidence: {
    object: { apiVersion: 'v1', kind, name: 'payments-server' },
    field: 'status',
  },
  runbook: 'crash-loop',
});

describe('sortReasons', () => {
  it('should name the crash before the autoscaler that has no metrics of it', () => {
    const autoscaler = reason(
      'FailedGetResourceMetric',
      'HorizontalPodAutoscaler',
    );
    const crash = reason('CrashLoopBackOff', 'Pod');
    expect(sortReasons([autoscaler, crash])).toEqual([crash, autoscaler]);
  });

  it('should still put a worse reason first, whatever its kind', () => {
    const autoscaler: HealthReason = {
      ...reason('Unreadable', 'HorizontalPodAutoscaler'),
      health: 'Unknown',
    };
    const crash = reason('CrashLoopBackOff', 'Pod');
    expect(sortReasons([crash, autoscaler])).toEqual([autoscaler, crash]);
  });
});
