import { useFormat } from '../useFormat';
import { useNow } from '../useNow';

/** How long ago a moment was; the moment itself is its tooltip. */
export function Age({ time }: { time: string | number }) {
  const now = useNow();
  const format = useFormat();
  return (
    <time dateTime={new Date(time).toISOString()} title={format.dateTime(time)}>
      {format.relative(time, now)}
    </time>
  );
}
