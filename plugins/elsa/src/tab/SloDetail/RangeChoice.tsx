import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import styles from './SloDetail.module.css';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const RANGES = [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];

/** Which part of the course is shown; the window of the SLO is always among them. */
export function RangeChoice(props: {
  windowSeconds: number;
  selected: number;
  onSelect: (seconds: number) => void;
}) {
  const { windowSeconds, selected, onSelect } = props;
  const { t } = useTexts();
  const format = useFormat();
  const ranges = [...new Set([...RANGES, windowSeconds])].sort((a, b) => a - b);
  return (
    <div className={styles.ranges} role="group" aria-label={t('slo.period')}>
      {ranges.map(seconds => (
        <button
          key={seconds}
          type="button"
          className={styles.range}
          aria-pressed={seconds === selected}
          onClick={() => onSelect(seconds)}
        >
          {format.duration(seconds)}
        </button>
      ))}
    </div>
  );
}
