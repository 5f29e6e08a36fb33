import { Content, Header, Page } from '@backstage/core-components';
import { useTexts } from '../../ui/useTexts';
import { EnvironmentsOverview } from '../EnvironmentsOverview';
import { UnregisteredSection } from '../UnregisteredSection';

/** The environments page in the frame that the old frontend system expects of pages. */
export function LegacyEnvironmentsPage() {
  const { t } = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('table.caption')} />
      <Content>
        <EnvironmentsOverview />
        <UnregisteredSection />
      </Content>
    </Page>
  );
}
