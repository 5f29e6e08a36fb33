import type { EnvironmentSpecIssue } from '@elsa-portal/backstage-plugin-elsa-spec';
import { Alert } from '@backstage/ui';
import { describeIssue } from '../../utils/draftSpec';
import styles from './IssueList.module.css';

/** Everything that is wrong at once: field, what is wrong, what to do. */
export function IssueList(props: {
  title: string;
  issues: EnvironmentSpecIssue[];
}) {
  const { title, issues } = props;
  return (
    <Alert
      status="warning"
      icon
      title={title}
      description={
        <ul className={styles.list}>
          {issues.map(issue => (
            <li key={`${issue.path} ${issue.message}`}>
              <code>{issue.path || 'spec'}</code>: {describeIssue(issue)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
