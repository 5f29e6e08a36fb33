import styles from './FieldStatus.module.css';

/** A line below a field that screen readers announce when it changes. */
export function FieldStatus(props: {
  text: string;
  tone?: 'neutral' | 'warning';
}) {
  const { text, tone = 'neutral' } = props;
  return (
    <div role="status" className={`${styles.status} ${styles[tone]}`}>
      {text}
    </div>
  );
}
